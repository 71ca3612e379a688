using System.Text.RegularExpressions;

namespace Cryptocardium.Build;

/// <summary>Compares the error codes that tests provoked with those that the contract lists, operation by operation.</summary>
internal static partial class ErrorCodes
{
    private const string Unprovoked = "tests/unprovoked-codes.txt";

    private static readonly string Seen = Path.Combine(Shell.Root, "artifacts", "codes");
    private static readonly string Matrix = Path.Combine(Shell.Root, "artifacts", "matrix");

    public static void Forget()
    {
        foreach (var folder in new[] { Seen, Matrix }.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// Fails for a code of the catalogue that no test provoked, and for a listed code of an operation that no test provoked from it, unless
    /// tests/unprovoked-codes.txt says why it cannot be. The client of the tests refuses a code that the operation does not list.
    /// </summary>
    public static async Task Check(CancellationToken stop)
    {
        var seen = await SeenLines(stop);
        var contract = await File.ReadAllTextAsync(Path.Combine(Shell.Root, "openapi", "v1.yaml"), stop);
        var catalogue = Entry().Matches(Catalogue().Match(contract).Value).Select(match => match.Groups[1].Value).ToList();
        var provoked = seen.Select(line => line.Split(' ')[^1]).ToHashSet(StringComparer.Ordinal);
        var excused = (await File.ReadAllLinesAsync(Path.Combine(Shell.Root, Unprovoked), stop))
            .Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        var listed = Listed(contract).ToList();
        var open = listed.Where(pair => !seen.Contains(pair) && !excused.Contains(pair) && !excused.Contains(pair.Split(' ')[1])).ToList();
        var stale = excused.Where(pair => pair.Contains(' ', StringComparison.Ordinal) && (seen.Contains(pair) || !listed.Contains(pair))).ToList();

        Console.WriteLine($"{provoked.Intersect(catalogue).Count()} of {catalogue.Count} error codes were provoked.");
        Console.WriteLine($"{listed.Count(seen.Contains)} of {listed.Count} codes that operations list were provoked from their operation, {excused.Count} lines of {Unprovoked} say why others are not.");
        foreach (var file in Directory.Exists(Matrix) ? Directory.EnumerateFiles(Matrix) : [])
        {
            Console.WriteLine(await File.ReadAllTextAsync(file, stop));
        }

        Refuse(catalogue.Except(provoked).ToList(), "no test provokes");
        Refuse(open, "no test provokes, from the operation that lists it,");
        Refuse(stale, $"a test provokes, or no operation lists, these lines of {Unprovoked}:");
        if (catalogue.Count == 0 || listed.Count == 0)
        {
            throw new BuildFailure("the contract has no error codes");
        }
    }

    private static async Task<HashSet<string>> SeenLines(CancellationToken stop)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(Seen) ? Directory.EnumerateFiles(Seen) : [])
        {
            seen.UnionWith(await File.ReadAllLinesAsync(file, stop));
        }

        return seen;
    }

    private static void Refuse(List<string> lines, string complaint)
    {
        if (lines.Count > 0)
        {
            throw new BuildFailure($"{complaint} {string.Join(", ", lines)}");
        }
    }

    // "issueCard unsupported_wallet" for each code that an operation lists.
    private static IEnumerable<string> Listed(string contract) =>
        from operation in Operation().Matches(contract)
        from code in Code().Matches(operation.Groups[2].Value)
        select $"{operation.Groups[1].Value} {code.Value}";

    [GeneratedRegex(@"^x-error-catalogue:\n(?:[ #].*\n|\n)+", RegexOptions.Multiline)]
    private static partial Regex Catalogue();

    [GeneratedRegex(@"^  ([a-z_0-9]+):$", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^      operationId: (\w+)\n(?:(?!      operationId).*\n)*?      x-error-codes:\n((?:        .*\n)+)", RegexOptions.Multiline)]
    private static partial Regex Operation();

    [GeneratedRegex("[a-z_]+[a-z0-9_]*")]
    private static partial Regex Code();
}
