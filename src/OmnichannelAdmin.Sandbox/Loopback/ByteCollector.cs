namespace OmnichannelAdmin.Sandbox.Loopback;

/// <summary>Gathers bytes up to a limit.</summary>
internal sealed class ByteCollector(long limit)
{
    private byte[] _bytes = new byte[256];
    private int _count;

    /// <summary>What was gathered.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _count);

    /// <summary>Adds bytes; false, and nothing added, when that would pass the limit.</summary>
    public bool Add(ReadOnlySpan<byte> bytes)
    {
        if (_count + (long)bytes.Length > limit)
            return false;

        bytes.CopyTo(Reserve(bytes.Length).Span);
        return true;
    }

    /// <summary>Makes room for more bytes, which the caller fills.</summary>
    public Memory<byte> Reserve(int count)
    {
        if (_count + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + count));

        var room = _bytes.AsMemory(_count, count);
        _count += count;
        return room;
    }
}
