using System.Text.RegularExpressions;

namespace Cryptocardium.Build;

/// <summary>Compares the error codes that tests provoked with the catalogue of the contract.</summary>
internal static partial class ErrorCodes
{
    private static readonly string Seen = Path.Combine(Shell.Root, "artifacts", "codes");

    public static void Forget()
    {
        if (Directory.Exists(Seen))
        {
            Directory.Delete(Seen, recursive: true);
        }
    }

    /// <summary>Fails if no test provoked a code. The client of the tests checks that the operation documents the code.</summary>
    public static async Task Check(CancellationToken stop)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(Seen) ? Directory.EnumerateFiles(Seen) : [])
        {
            seen.UnionWith(await File.ReadAllLinesAsync(file, stop));
        }

        var contract = await File.ReadAllTextAsync(Path.Combine(Shell.Root, "openapi", "v1.yaml"), stop);
        var catalogue = Entry().Matches(Catalogue().Match(contract).Value).Select(match => match.Groups[1].Value).ToList();
        var missing = catalogue.Where(code => !seen.Contains(code)).ToList();
        Console.WriteLine($"{catalogue.Count - missing.Count} of {catalogue.Count} error codes were provoked.");
        if (catalogue.Count == 0 || missing.Count > 0)
        {
            throw new BuildFailure($"no test provokes {string.Join(", ", missing)}");
        }
    }

    [GeneratedRegex(@"^x-error-catalogue:\n(?:[ #].*\n|\n)+", RegexOptions.Multiline)]
    private static partial Regex Catalogue();

    [GeneratedRegex(@"^  ([a-z_0-9]+):$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
