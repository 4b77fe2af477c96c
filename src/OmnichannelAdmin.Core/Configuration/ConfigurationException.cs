namespace OmnichannelAdmin.Configuration;

/// <summary>A configuration cannot be read, exported or planned. All that is wrong is listed at once.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="problems">What is wrong; at least one.</param>
    public ConfigurationException(IReadOnlyList<ConfigurationProblem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>Makes the exception of one problem.</summary>
    /// <param name="location">Where.</param>
    /// <param name="text">What is wrong and what to do, as a sentence.</param>
    public ConfigurationException(string location, string text)
        : this([new ConfigurationProblem(location, text)])
    {
    }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; }

    private static string Describe(IReadOnlyList<ConfigurationProblem> problems) => problems.Count == 1
        ? problems[0].ToString()
        : $"The configuration has {problems.Count} problems:\n" + string.Join(
            '\n', problems.Select(problem => $"  {problem}"));
}
