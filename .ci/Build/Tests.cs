namespace Cryptocardium.Build;

/// <summary>Runs dotnet test on the solution and counts the results.</summary>
internal static class Tests
{
    /// <summary>A test that runs longer than this hangs; it is named, and its process is killed.</summary>
    private const string HangsAfter = "20m";

    private const string Results = "artifacts/tests";

    // If set, a missing snapshot fails its test; otherwise the test writes the snapshot.
    private const string SnapshotsMustExist = "SNAPSHOOTER_STRICT_MODE";

    public static async Task Run(TestRequest request, CancellationToken stop)
    {
        var results = Path.Combine(Shell.Root, Results);
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }
        Directory.CreateDirectory(results);
        if (request.Strict)
        {
            Environment.SetEnvironmentVariable(SnapshotsMustExist, "on");
        }

        // One project at a time, since the concurrency and crash suites need the whole machine.
        List<string> arguments = ["test", "--nologo", "-m:1", "--logger", "trx", "--results-directory", results];
        arguments.AddRange(["--blame-hang-timeout", HangsAfter, "--blame-hang-dump-type", "none"]);
        if (!request.Build)
        {
            arguments.Add("--no-build");
        }
        if (request.Filter is { } filter)
        {
            arguments.AddRange(["--filter", filter]);
        }

        var code = await Shell.TryDotnet([.. arguments], stop);
        var totals = TestTotals.Read(results);
        Step.ClosingLine = totals.ToString();
        Judge(code, totals, request.Strict);
    }

    public static Task Soak(CancellationToken stop)
    {
        Environment.SetEnvironmentVariable("CRYPTOCARDIUM_SOAK", "1");
        return Run(new("Suite=Soak", Build: true, Strict: true), stop);
    }

    private static void Judge(int code, TestTotals totals, bool strict)
    {
        if (code != 0)
        {
            throw new BuildFailure($"dotnet test exited with {code}");
        }
        if (totals.Failed > 0)
        {
            throw new BuildFailure("a test failed");
        }
        if (totals.Passed == 0)
        {
            throw new BuildFailure("no test ran");
        }
        if (strict && totals.Skipped > 0)
        {
            throw new BuildFailure("a test was skipped; this target allows none");
        }
    }
}
