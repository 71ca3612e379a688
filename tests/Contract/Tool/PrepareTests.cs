using Cryptocardium.Contract.Emit;

namespace Cryptocardium.Contract.Tests.Tool;

public sealed class PrepareTests
{
    private static readonly Dictionary<string, string> Written = Outputs.Of(SampleContract.Document).ToDictionary(output => output.Name, output => output.Content);

    [Fact]
    public void The_same_contract_gives_the_same_bytes()
    {
        var contract = File.ReadAllText(Repository.Contract);

        Assert.Equal(Outputs.Of(new ContractDocument(Node.Parse(contract))), Outputs.Of(new ContractDocument(Node.Parse(contract))));
    }

    [Fact]
    public void An_unchanged_output_keeps_its_time_stamp()
    {
        using var folder = new TemporaryFolder();
        var yaml = folder.Write("v1.yaml", SampleContract.Yaml);
        Assert.Equal(0, PrepareCommand.Run(yaml, folder.Directory("out"), TextWriter.Null));
        var outputs = folder.Directory("out").GetFiles();
        Assert.Equal(Written.Keys.Order(), outputs.Select(output => output.Name).Order());
        foreach (var output in outputs)
            output.LastWriteTimeUtc = DateTime.UnixEpoch;

        Assert.Equal(0, PrepareCommand.Run(yaml, folder.Directory("out"), TextWriter.Null));

        Assert.All(folder.Directory("out").GetFiles(), output => Assert.Equal(DateTime.UnixEpoch, output.LastWriteTimeUtc));
    }

    [Fact]
    public void The_document_keeps_order_and_the_digits_of_numbers()
    {
        Assert.Contains("\"amount_usd\": 1.10", Written["v1.json"], StringComparison.Ordinal);
        Assert.StartsWith("{\n  \"openapi\": \"3.0.3\",\n  \"info\"", Written["v1.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_operations_has_an_entry_per_operation()
    {
        Assert.Contains(
            """
            LoadCard = new("load_card", "loadCard", "POST", "/v1/cards/{card_id}/load", "cards:write", 201, true, "Cards")
                {
                    Title = "Load a card",
                    Description = "Moves money.",
                    McpScope = "cards:load",
                    Hints = new(false, true, false, true),
                };
            """,
            Written["Operations.g.cs"],
            StringComparison.Ordinal);
        Assert.Contains(
            """
            ListCards = new("list_cards", "listCards", "GET", "/v1/cards", "read", 200, false, "Cards")
                {
                    Title = "List cards",
                    Description = "Newest first.",
                    McpScope = "read",
                    Hints = new(true, false, true, false),
                };
            """,
            Written["Operations.g.cs"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalog_has_a_field_per_error() =>
        Assert.Contains(
            """InvalidCursor = new("invalid_cursor", "invalid_request_error", 400, "The \"cursor\" is bad.");""",
            Written["ErrorCatalogue.g.cs"],
            StringComparison.Ordinal);

    [Fact]
    public void Values_of_open_enums_are_constants_and_errors_are_not_listed_twice()
    {
        Assert.Contains("public const string _3dsFrozen = \"3ds_frozen\";", Written["Values.g.cs"], StringComparison.Ordinal);
        Assert.Contains("public const string ClosedDescending = \"-closed\";", Written["Values.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("class ErrorCode", Written["Values.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_in_the_contract_and_nothing_is_generated_for_them()
    {
        Assert.Contains("\"multipart/form-data\"", Written["v1.json"], StringComparison.Ordinal);
        Assert.Contains("\"image/png\"", Written["v1.json"], StringComparison.Ordinal);
        Assert.Contains("\"AddPhoto\"", Written["generator.json"], StringComparison.Ordinal);
        foreach (var absent in new[] { "multipart/form-data", "image/png" })
            Assert.DoesNotContain(absent, Written["generator.json"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("balance_usd", "BalanceUsd", "balanceUsd")]
    [InlineData("last4", "Last4", "last4")]
    [InlineData("event", "Event", "@event")]
    [InlineData("Idempotency-Key", "IdempotencyKey", "idempotencyKey")]
    public void Names_are_spelled_as_in_the_language(string name, string pascal, string camel)
    {
        Assert.Equal(pascal, Names.Pascal(name));
        Assert.Equal(camel, Names.Camel(name));
    }
}
