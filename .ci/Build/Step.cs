using System.Diagnostics;

namespace Cryptocardium.Build;

/// <summary>Announces a step when it begins and says how long it took when it ends.</summary>
internal static class Step
{
    /// <summary>Printed alone and last, where the one who runs CI looks for it; null when there is nothing to say.</summary>
    public static string? ClosingLine { get; set; }

    /// <summary>Runs a target and turns its failure into the exit code 1 and one line.</summary>
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
