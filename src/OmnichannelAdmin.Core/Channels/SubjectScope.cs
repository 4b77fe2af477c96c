namespace OmnichannelAdmin.Channels;

/// <summary>How far the subject of a managed identity reaches (column <c>subjectscope</c>).</summary>
public enum SubjectScope
{
    /// <summary>All environments.</summary>
    Global = 0,

    /// <summary>The environment; webhooks take this one only.</summary>
    Environment = 1,

    /// <summary>Development only.</summary>
    DevelopmentOnly = 2,
}
