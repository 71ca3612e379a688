using System.Text.RegularExpressions;
using Xunit;

namespace Cryptocardium.Tests.Clients;

/// <summary>The quickstarts that openapi/README.md shows are the ones that the life cycles run.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(SourceTree.At("openapi", "README.md"));

    private static readonly string[] Sources =
        [.. SourceTree.Files("*uickstart.*").Where(path => path.StartsWith("tests/Clients/", StringComparison.Ordinal))];

    public static TheoryData<string> Quickstarts => new(Sources);

    [Theory]
    [MemberData(nameof(Quickstarts))]
    public void A_quickstart_is_quoted_word_for_word(string path)
    {
        var source = File.ReadAllText(SourceTree.At(path));
        var shown = path.EndsWith(".cs", StringComparison.Ordinal) ? Dedent(Method().Match(source).Value) : source.Trim();
        Assert.NotEmpty(shown);
        Assert.Contains($"\n{shown}\n```", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_quickstart_is_found() => Assert.Equal(6, Sources.Length);

    private static string Dedent(string method) => string.Join('\n', method.TrimEnd().Split('\n').Select(line => line.Length > 4 ? line[4..] : line));

    [GeneratedRegex(@"    public static async Task(.|\n)*?\n    \}\n")]
    private static partial Regex Method();
}
