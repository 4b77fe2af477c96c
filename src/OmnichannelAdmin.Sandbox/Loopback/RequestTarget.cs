namespace OmnichannelAdmin.Sandbox.Loopback;

/// <summary>
/// Makes the absolute URL of a request. It refuses what two readers could read in two ways: a path with dots for parts,
/// with backslashes or control characters, plain or escaped, and a host that is not this machine's loopback.
/// </summary>
internal static class RequestTarget
{
    private static readonly string[] Hosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>The URL of a request.</summary>
    /// <param name="head">The request's head.</param>
    /// <param name="scheme">The scheme that the server speaks.</param>
    /// <param name="port">The port that it listens on.</param>
    /// <param name="otherNames">Hosts that it stands for besides the loopback's own names; null for any.</param>
    /// <exception cref="BadRequestException">The target or the host is refused.</exception>
    public static Uri Resolve(RequestHead head, string scheme, int port, IReadOnlyCollection<string>? otherNames)
    {
        var authority = head.Host.Length > 0 ? head.Host : $"127.0.0.1:{port}";
        if (otherNames is not null)
            CheckAuthority(authority, port, otherNames);

        var origin = $"{scheme}://{authority}";
        var target = head.Target.StartsWith($"{origin}/", StringComparison.OrdinalIgnoreCase)
            ? head.Target[origin.Length..]
            : head.Target;
        if (!target.StartsWith('/') || target.StartsWith("//", StringComparison.Ordinal))
            throw new BadRequestException("The target is no path of this server.");

        CheckPath(target.Split('?')[0]);
        return Uri.TryCreate(origin + target, UriKind.Absolute, out var url) && target.All(IsUrlCharacter)
            ? url
            : throw new BadRequestException("The target is no URL.");
    }

    // A page of another site that has its own name point at 127.0.0.1 sends that name.
    private static void CheckAuthority(string authority, int port, IReadOnlyCollection<string> otherNames)
    {
        var own = Hosts.Select(host => $"{host}:{port}").Concat(otherNames);
        if (!own.Contains(authority, StringComparer.OrdinalIgnoreCase))
            throw new BadRequestException("The Host header names another server.");
    }

    private static void CheckPath(string path)
    {
        foreach (var part in path.Split('/'))
        {
            var plain = Uri.UnescapeDataString(part);
            if (plain is "." or ".." || plain.Contains('\\', StringComparison.Ordinal) || plain.Any(char.IsControl))
                throw new BadRequestException("The path holds a part that this server does not follow.");
        }
    }

    private static bool IsUrlCharacter(char character) => character is > ' ' and < '\x7f' and not ('#' or '\\');
}
