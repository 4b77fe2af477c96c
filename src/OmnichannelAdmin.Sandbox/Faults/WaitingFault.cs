namespace OmnichannelAdmin.Sandbox.Faults;

/// <summary>A fault in the queue, with what is left of it.</summary>
internal sealed class WaitingFault(SandboxFault fault)
{
    private int _before = fault.After;
    private int _left = fault.Times;

    /// <summary>The fault.</summary>
    public SandboxFault Fault { get; } = fault;

    /// <summary>Whether it has struck as often as it may.</summary>
    public bool IsSpent => _left == 0;

    /// <summary>Counts a request that it fits; true when the request is struck.</summary>
    public bool Strikes()
    {
        if (_before > 0)
        {
            _before--;
            return false;
        }

        _left--;
        return true;
    }
}
