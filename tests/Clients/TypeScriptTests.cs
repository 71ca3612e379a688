using Xunit;

namespace Cryptocardium.Tests.Clients;

/// <summary>
/// Each folder of TypeScript/ has the program of one generator. It is compiled with strict rules next to the generated client, and run.
/// </summary>
[Collection(RunningServer.Name)]
public sealed class TypeScriptTests(RunningServer server)
{
    private static readonly string Build = SourceTree.At("tests", "Clients", "obj");

    [NodeTheory]
    [InlineData("nswag")]
    [InlineData("openapi-typescript")]
    [InlineData("hey-api")]
    [InlineData("orval")]
    public async Task A_life_cycle_runs(string client)
    {
        await NodePackages.Install();
        var folder = Prepare(client);
        await Generate(client, folder);
        await NodePackages.RunTool(folder, "typescript/bin/tsc", "--project", ".");
        await server.Play(address => NodePackages.RunScript(folder, "javascript/lifecycle.js", address.GetLeftPart(UriPartial.Authority)));
    }

    private static Task Generate(string client, string folder) => client switch
    {
        "nswag" => Task.Run(() => File.Copy(Path.Combine(Build, "generated", "nswag.ts"), Path.Combine(folder, "generated", "api.ts"))),
        "openapi-typescript" => NodePackages.RunTool(
            folder, "openapi-typescript/bin/cli.js", SourceTree.At("openapi", "v1.yaml"), "--default-non-nullable=false", "--output", "generated/api.ts"),
        "hey-api" => NodePackages.RunTool(folder, "@hey-api/openapi-ts/bin/run.js"),
        "orval" => NodePackages.RunTool(folder, "orval/dist/bin/orval.mjs"),
        _ => throw new ArgumentOutOfRangeException(nameof(client), client, "No such generator."),
    };

    // Imports of packages are resolved from the folder above, and the generated client lies next to the program.
    private static string Prepare(string client)
    {
        var folder = Path.Combine(Build, "clients", client);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(Path.Combine(folder, "generated"));
        var sources = SourceTree.At("tests", "Clients", "TypeScript");
        foreach (var file in Directory.EnumerateFiles(sources).Concat(Directory.EnumerateFiles(Path.Combine(sources, client))))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }
}
