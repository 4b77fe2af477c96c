namespace OmnichannelAdmin.Dataverse;

/// <summary>The address of an environment, cleaned of what people paste with it.</summary>
public sealed record EnvironmentUrl
{
    private EnvironmentUrl(Uri origin) => Origin = origin;

    /// <summary>Scheme, host and port, ending in a slash.</summary>
    public Uri Origin { get; }

    /// <summary>Where the Web API lives: <see cref="Origin"/> followed by <c>api/data/v9.2/</c>.</summary>
    public Uri ApiRoot => new(Origin, "api/data/v9.2/");
}
