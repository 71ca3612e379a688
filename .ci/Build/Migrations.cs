namespace Cryptocardium.Build;

/// <summary>Adds each migration for both databases under the same name, and checks for missing migrations.</summary>
internal static class Migrations
{
    private const string Design = "host/Migrations.Design";

    private static readonly string[] Providers = ["Sqlite", "Postgres"];

    public static async Task Run(string? name, bool check, CancellationToken stop)
    {
        if (check == (name is not null))
        {
            throw new BuildFailure("give the NAME of the migration or --check, not both");
        }
        await Shell.Dotnet(["tool", "restore"], stop);
        await Shell.Dotnet(["build", Design, "--nologo", "-v", "minimal"], stop);
        if (check)
        {
            await Check(stop);
            return;
        }
        foreach (var provider in Providers)
        {
            await Ef(provider, ["add", name!], stop);
        }
    }

    /// <summary>Fails if the model has changes without a migration. The solution must be built.</summary>
    public static async Task Check(CancellationToken stop)
    {
        foreach (var provider in Providers)
        {
            Console.WriteLine(provider);
            await Ef(provider, ["has-pending-model-changes"], stop);
        }
    }

    private static Task Ef(string provider, string[] verb, CancellationToken stop) =>
        Shell.Dotnet(
            [
                "ef", "migrations", .. verb, "--no-build",
                "--project", $"host/Migrations.{provider}", "--startup-project", Design, "--", provider,
            ],
            stop);
}
