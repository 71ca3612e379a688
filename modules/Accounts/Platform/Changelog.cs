using System.Globalization;
using System.Text.Json;
using Cryptocardium.V1;

namespace Cryptocardium.Accounts.Platform;

// Version and changelog of the contract, read from the embedded contract on first use.
internal sealed class Changelog
{
    private readonly Lazy<(string Version, List<Change> Changes)> contract = new(Read);

    public string Version => contract.Value.Version;

    /// <summary>The changes, newest first.</summary>
    public List<Change> Changes => contract.Value.Changes;

    private static (string Version, List<Change> Changes) Read()
    {
        using var contract = typeof(Operations).Assembly.GetManifestResourceStream("v1.json")
            ?? throw new InvalidOperationException("The contract is not embedded.");
        using var document = JsonDocument.Parse(contract);
        var version = document.RootElement.GetProperty("info").GetProperty("version").GetString()!;
        return (version, [.. document.RootElement.GetProperty("x-changelog").EnumerateArray().Select(ReadChange)]);
    }

    private static Change ReadChange(JsonElement change) => new()
    {
        Version = Text(change, "version"),
        ReleasedOn = DateOnly.Parse(Text(change, "released_on"), CultureInfo.InvariantCulture),
        Type = Text(change, "type"),
        Summary = Text(change, "summary"),
        Operations = [.. change.GetProperty("operations").EnumerateArray().Select(operation => operation.GetString()!)],
    };

    private static string Text(JsonElement change, string name) => change.GetProperty(name).GetString()!;
}
