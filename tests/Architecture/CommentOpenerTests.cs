using System.Globalization;
using System.Text.RegularExpressions;
using Cryptocardium.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cryptocardium.Architecture.Tests;

/// <summary>
/// A sentence of a comment begins with its subject. The count of those that open with What, Who, Whoever or Where is a ratchet: it
/// only falls, and its file always has the exact number.
/// </summary>
public sealed partial class CommentOpenerTests
{
    private const string Ratchet = "tests/Architecture/CommentOpeners.txt";
    private const int Shown = 20;

    private static readonly IReadOnlyList<string> Found = [.. Source.All.SelectMany(In)];

    [Fact]
    public void The_count_of_relative_openings_only_falls()
    {
        var limit = int.Parse(File.ReadAllText(SourceTree.At(Ratchet)), CultureInfo.InvariantCulture);
        Assert.True(
            Found.Count <= limit,
            $"{Found.Count} sentences of comments open with What, Who, Whoever or Where; {Ratchet} allows {limit}. Begin with the subject. "
            + $"The first {Shown}:{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", Found.Take(Shown))}");
        Assert.True(Found.Count == limit, $"The count fell from {limit} to {Found.Count}: write {Found.Count} into {Ratchet}.");
    }

    [Theory]
    [InlineData("// What is counted.", 1)]
    [InlineData("// The type, and what it holds.", 0)]
    [InlineData("// It waits. Where it waits is of no interest. Who cares?", 2)]
    [InlineData("// It waits for a\n// row. Whoever asks\n// is told.", 1)]
    [InlineData("// It asks\n// Who that is.", 0)]
    [InlineData("// It waits.\n\n// Whoever asks is told.", 1)]
    [InlineData("/// <summary>Where it is.</summary>\n/// <param name=\"a\">What it is.</param>", 2)]
    [InlineData("/// <summary>\n/// A value, see <see cref=\"Where\"/>.\n/// </summary>", 0)]
    [InlineData("var a = 1; // What it is", 1)]
    [InlineData("var a = \"// What it is not\";", 0)]
    [InlineData("/* Whoever asks. Whose is this? */", 1)]
    public void Openings_are_counted_by_sentence(string text, int expected) =>
        Assert.Equal(expected, Paragraphs(Parse(text + "\nclass C;")).Sum(paragraph => Opening().Count(paragraph.Text)));

    private static IEnumerable<string> In(Source source) =>
        from paragraph in Paragraphs(source.Root)
        from Match match in Opening().Matches(paragraph.Text)
        select $"{source.Path}:{paragraph.Line} {match.Groups[1].Value}{paragraph.Text[(match.Index + match.Length)..].Split('.')[0]}";

    private static SyntaxNode Parse(string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse)).GetRoot();

    // Comments on consecutive lines of their own are one text; so is everything between two block tags of a documentation comment.
    private static IEnumerable<(int Line, string Text)> Paragraphs(SyntaxNode root)
    {
        var block = new List<string>();
        var (first, last) = (0, -1);
        foreach (var trivia in root.DescendantTrivia().Where(IsComment))
        {
            var span = trivia.GetLocation().GetLineSpan();
            var isContinued = trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && span.StartLinePosition.Line == last + 1;
            if (!isContinued && block.Count > 0)
            {
                yield return (first, string.Join(' ', block));
                block.Clear();
            }

            first = block.Count == 0 ? span.StartLinePosition.Line + 1 : first;
            last = trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) ? span.EndLinePosition.Line : -1;
            var text = Marks().Replace(trivia.ToFullString(), " ");
            foreach (var part in trivia.HasStructure ? BlockTag().Split(text) : [text])
            {
                if (trivia.HasStructure)
                {
                    yield return (first, InlineTag().Replace(part, "-"));
                }
                else
                {
                    block.Add(part.Trim());
                }
            }
        }

        if (block.Count > 0)
        {
            yield return (first, string.Join(' ', block));
        }
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
        || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
        || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia);

    [GeneratedRegex(@"(?:^|[.!?][""')]*\s)\s*(What|Whoever|Who|Where)\b")]
    private static partial Regex Opening();

    [GeneratedRegex(@"(^|\n)\s*///?|/\*|\*/|\s+")]
    private static partial Regex Marks();

    [GeneratedRegex(@"</?(?:summary|remarks|param|typeparam|returns|value|para|example|exception|list|item|description|term)\b[^>]*>")]
    private static partial Regex BlockTag();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex InlineTag();
}
