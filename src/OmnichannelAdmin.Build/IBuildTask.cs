namespace OmnichannelAdmin.Build;

/// <summary>What one word after <c>./build.sh</c> does.</summary>
internal interface IBuildTask
{
    /// <summary>The word.</summary>
    string Name { get; }

    /// <summary>One line for the list of tasks.</summary>
    string Summary { get; }

    /// <summary>Does the work and answers with the exit code of the whole program.</summary>
    /// <exception cref="BuildException">A step failed; the message is for the person at the prompt.</exception>
    Task<int> RunAsync(CancellationToken cancellationToken);
}
