using System.Text.Json;
using System.Text.Json.Nodes;
using Cryptocardium.Tests;

namespace Cryptocardium.Contract.Tests.Runtime;

/// <summary>Checks that the comparison of the two documents finds differences that are planted.</summary>
public sealed class DifferenceTests
{
    private const string Path = "/v1/cards";

    public static TheoryData<string, string, string> Edits => new()
    {
        { "a route moved", "/paths", "rename " + Path },
        { "another operationId", $"/paths/~{Path}/post/operationId", "\"make_card\"" },
        { "another tag", $"/paths/~{Path}/post/tags", "[\"Treasury\"]" },
        { "a parameter gone", $"/paths/~{Path}/get/parameters", "[]" },
        { "a body that may be left out", $"/paths/~{Path}/post/requestBody/required", "false" },
        { "a status gone", $"/paths/~{Path}/post/responses/409", "" },
        { "another answer", $"/paths/~{Path}/post/responses/201/content/application~json/schema/$ref", "\"#/components/schemas/Balance\"" },
        { "a member gone", "/components/schemas/Card/properties/last4", "" },
        { "a member of another type", "/components/schemas/Card/properties/last4/type", "\"integer\"" },
        { "a member that became optional", "/components/schemas/Card/required", "[\"id\", \"object\"]" },
        { "a member that can be null", "/components/schemas/Card/properties/last4/nullable", "true" },
        { "another format", "/components/schemas/Card/properties/created_at/format", "\"date\"" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_change_on_one_side_is_found(string what, string place, string value)
    {
        var edited = JsonNode.Parse(ContractCheck.Document.Document.GetRawText())!;
        Edit(edited, place, value);

        var contract = Facts.Of(new Document(ContractCheck.Document.Document));
        var changed = Facts.Of(new Document(JsonSerializer.SerializeToElement(edited)));
        Assert.True(Differences.Between(contract, changed).Any(), $"{what} was not found.");
    }

    [Fact]
    public void A_document_does_not_differ_from_itself()
    {
        var facts = Facts.Of(new Document(ContractCheck.Document.Document)).ToList();
        Assert.Empty(Differences.Between(facts, facts));
    }

    // A place is a list of members. A path starts with ~ because it contains slashes, and ~ replaces the slash of a media type.
    private static void Edit(JsonNode document, string place, string value)
    {
        var members = place.Replace("~" + Path, "\u0001", StringComparison.Ordinal).Split('/')[1..]
            .Select(member => member.Replace("\u0001", Path, StringComparison.Ordinal).Replace('~', '/')).ToArray();
        var owner = members[..^1].Aggregate(document, (node, member) => node[member]!).AsObject();
        if (value.StartsWith("rename ", StringComparison.Ordinal))
        {
            var paths = owner[members[^1]]!.AsObject();
            var moved = paths[Path]!.DeepClone();
            paths.Remove(Path);
            paths[Path + "_moved"] = moved;
        }
        else if (value.Length == 0)
        {
            Assert.True(owner.Remove(members[^1]), $"{place} is not in the contract.");
        }
        else
        {
            owner[members[^1]] = JsonNode.Parse(value);
        }
    }
}
