using System.Diagnostics;

namespace Cryptocardium.Build;

/// <summary>Prints the name of a step when it begins and its duration when it ends.</summary>
internal static class Step
{
    /// <summary>The last line of the output, such as the totals of the tests; null for none.</summary>
    public static string? ClosingLine { get; set; }

    /// <summary>Runs a target; a failure becomes one line and exit code 1.</summary>
    public static async Task<int> Outermost(string name, Func<Task> run)
    {
        try
        {
            await Run(name, run);
            return 0;
        }
        catch (BuildFailure failure)
        {
            await Console.Error.WriteLineAsync($"{name} failed: {failure.Message}");
            return 1;
        }
        finally
        {
            if (ClosingLine is not null)
            {
                Console.WriteLine(ClosingLine);
            }
        }
    }

    public static async Task Run(string name, Func<Task> run)
    {
        Console.WriteLine($"==> {name}");
        var watch = Stopwatch.StartNew();
        await run();
        Console.WriteLine($"<== {name}: {watch.Elapsed:h\\:mm\\:ss\\.f}");
    }
}
