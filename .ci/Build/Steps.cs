namespace Cryptocardium.Build;

/// <summary>Targets that consist of a few dotnet commands.</summary>
internal static class Steps
{
    public static async Task Restore(bool locked, CancellationToken stop)
    {
        await Shell.Dotnet(locked ? ["restore", "--locked-mode"] : ["restore"], stop);
        await Shell.Dotnet(["tool", "restore"], stop);
    }

    public static Task Generate(CancellationToken stop) =>
        Shell.Dotnet(["build", "openapi/Cryptocardium.OpenApi.csproj", "--nologo", "-v", "minimal"], stop);

    public static Task Build(CancellationToken stop) => Shell.Dotnet(["build", "--nologo", "-v", "minimal"], stop);

    /// <summary>
    /// Checks white space only. Names and style are errors of every build already, and loading the solution a second time takes longer
    /// than the build.
    /// </summary>
    public static Task Format(bool fix, CancellationToken stop)
    {
        string[] whitespace = ["format", "whitespace", ".", "--folder", "--exclude", "**/obj/", "**/bin/"];
        return Shell.Dotnet(fix ? whitespace : [.. whitespace, "--verify-no-changes"], stop);
    }

    public static Task Publish(CancellationToken stop) =>
        Shell.Dotnet(["publish", "host/Cryptocardium.Host.csproj", "--nologo", "-c", "Release", "-o", "artifacts/publish"], stop);

    public static async Task Ci(CancellationToken stop)
    {
        await Step.Run("restore", () => Restore(locked: true, stop));
        await Step.Run("format", () => Format(fix: false, stop));
        await Step.Run("lint", () => Lint.Run(stop));
        await Step.Run("build", () => Shell.Dotnet(["build", "--nologo", "--no-restore", "-v", "minimal"], stop));
        await Step.Run("migrate --check", () => Migrations.Check(stop));
        ErrorCodes.Forget();
        await Step.Run("test", () => Tests.Run(new(Filter: null, Build: false, Strict: true), stop));
        await Step.Run("error codes", () => ErrorCodes.Check(stop));
    }
}
