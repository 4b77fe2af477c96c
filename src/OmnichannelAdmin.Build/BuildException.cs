namespace OmnichannelAdmin.Build;

/// <summary>A step of a task failed. The message says which, and what to do.</summary>
internal sealed class BuildException(string message) : Exception(message);
