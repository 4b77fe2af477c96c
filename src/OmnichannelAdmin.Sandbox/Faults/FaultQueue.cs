using System.Diagnostics.CodeAnalysis;

namespace OmnichannelAdmin.Sandbox.Faults;

/// <summary>The faults that wait for requests. The first one that fits a request strikes it; only one does.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue, of faults that wait for their request.")]
public sealed class FaultQueue
{
    private readonly object _lock = new();
    private readonly List<WaitingFault> _waiting = [];

    /// <summary>How many faults still wait.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _waiting.Count;
        }
    }

    /// <summary>Adds a fault behind those that wait.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It strikes no request, or counts below nothing.</exception>
    public void Add(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Times, 1, nameof(SandboxFault.Times));
        ArgumentOutOfRangeException.ThrowIfNegative(fault.After, nameof(SandboxFault.After));
        lock (_lock)
            _waiting.Add(new WaitingFault(fault));
    }

    /// <summary>Forgets all faults.</summary>
    public void Clear()
    {
        lock (_lock)
            _waiting.Clear();
    }

    /// <summary>The fault that strikes a request, or null.</summary>
    internal SandboxFault? Take(string method, Uri url) => Take(fault => fault.Fits(method, url));

    /// <summary>
    /// The fault that strikes an operation inside of a batch, or null. One that fits the batch as well strikes that,
    /// and one that breaks connections strikes no part of a request.
    /// </summary>
    internal SandboxFault? TakeInside(Uri batch, string method, Uri url) => Take(fault =>
        fault.GivesAnswer && fault.Fits(method, url) && !fault.Fits("POST", batch));

    private SandboxFault? Take(Func<SandboxFault, bool> fits)
    {
        lock (_lock)
        {
            foreach (var waiting in _waiting)
            {
                if (!fits(waiting.Fault) || !waiting.Strikes())
                    continue;

                if (waiting.IsSpent)
                    _waiting.Remove(waiting);
                return waiting.Fault;
            }
        }

        return null;
    }
}
