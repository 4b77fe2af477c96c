using System.Text.Json;

namespace OmnichannelAdmin.Sandbox.Tests.Conformance;

/// <summary>The cases in the JSON files of this folder, which the test assembly carries.</summary>
internal static class ConformanceSuite
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<IReadOnlyDictionary<string, ConformanceCase>> Cases = new(Read);

    /// <summary>The cases by file and number, such as <c>filters 07</c>.</summary>
    public static IReadOnlyDictionary<string, ConformanceCase> All => Cases.Value;

    private static Dictionary<string, ConformanceCase> Read()
    {
        var assembly = typeof(ConformanceSuite).Assembly;
        var cases = new Dictionary<string, ConformanceCase>(StringComparer.Ordinal);
        foreach (var file in assembly.GetManifestResourceNames())
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            var number = 0;
            foreach (var item in JsonSerializer.Deserialize<List<ConformanceCase>>(stream, Options)!)
                cases.Add($"{Path.GetFileNameWithoutExtension(file)} {++number:00}: {item.Name}", item);
        }

        return cases;
    }
}
