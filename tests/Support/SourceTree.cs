namespace Cryptocardium.Tests;

/// <summary>The tree that these tests were built from.</summary>
public static class SourceTree
{
    private const string Landmark = "Directory.Packages.props";

    private static readonly string[] NotSource = ["bin", "obj", "data", "artifacts", "node_modules", "TestResults"];

    /// <summary>The top folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The absolute path of a place in the tree.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Every hand-written file, with paths relative to <see cref="Root"/> and forward slashes.</summary>
    /// <param name="pattern">A file pattern: <c>*.csproj</c>.</param>
    public static IReadOnlyList<string> Files(string pattern) =>
        [.. In(Root, pattern).Select(Relative).Order(StringComparer.Ordinal)];

    /// <summary>A path in the form that <see cref="Files"/> returns.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> In(string directory, string pattern) =>
        Directory.EnumerateFiles(directory, pattern).Concat(
            from child in Directory.EnumerateDirectories(directory)
            let name = Path.GetFileName(child)
            where !NotSource.Contains(name) && (!name.StartsWith('.') || name == ".ci")
            from file in In(child, pattern)
            select file);

    private static string FindRoot()
    {
        for (var directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (File.Exists(Path.Combine(directory, Landmark)))
            {
                return directory;
            }
        }

        throw new DirectoryNotFoundException($"{Landmark} is in no folder above the tests.");
    }
}
