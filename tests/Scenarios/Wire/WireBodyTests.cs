using System.Text;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Snapshooter;
using Snapshooter.Xunit;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Wire;

/// <summary>
/// The body of every resource, byte for byte where it does not vary, against the snapshots beside this file. For a deliberate
/// change, delete the snapshot and run the test, which writes it anew.
/// </summary>
public sealed class WireBodyTests
{
    private const string Error = "ApiError";
    private const string Json = "application/json";

    private static readonly string Folder = SourceTree.At("tests", "Scenarios", "Wire");

    [DatabaseTheory]
    public async Task Every_resource_has_the_body_of_its_snapshot(Engine engine)
    {
        var bodies = new Dictionary<string, string>();
        await using var host = await TestHost.Start(engine);
        var text = new WireText();
        await new WireStory(host, (name, answer) => bodies.Add(name, text.Of(answer))).Run();

        Assert.Empty(Schemas().Append(Error).Except(bodies.Keys));
        Assert.All(bodies, body => Snapshot.Match(body.Value, new SnapshotFullName($"{body.Key}.snap", Folder)));

        var stored = Directory.GetFiles(Path.Combine(Folder, "__snapshots__"), "*.snap");
        Assert.Equal(bodies.Keys.Order(StringComparer.Ordinal), stored.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        Assert.All(stored, file => Assert.False(File.ReadAllBytes(file).AsSpan().StartsWith(Encoding.UTF8.Preamble), $"{file}: remove the byte order mark."));
    }

    // Every schema that an operation answers with when it succeeds.
    private static IEnumerable<string> Schemas() => (
        from path in ContractCheck.Document.Document.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        where method.Value.ValueKind == JsonValueKind.Object && method.Value.TryGetProperty("responses", out _)
        from response in method.Value.GetProperty("responses").EnumerateObject()
        where response.Name.StartsWith('2') && response.Value.TryGetProperty("content", out var content) && content.TryGetProperty(Json, out _)
        select response.Value.GetProperty("content").GetProperty(Json).GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1])
        .Distinct();
}
