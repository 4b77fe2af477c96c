namespace OmnichannelAdmin.Runner;

/// <summary>Whom the output is for.</summary>
internal enum OutputFormat
{
    /// <summary>People.</summary>
    Text,

    /// <summary>Programs.</summary>
    Json,
}
