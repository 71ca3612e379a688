using Cryptocardium.Host.Commands;

namespace Cryptocardium.Tests.Startup;

/// <summary>Runs the command line in this process. A start that is not refused serves, so it fails after a while.</summary>
internal static class CommandRun
{
    private const int Refused = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<(int Code, string Output, string Error)> Of(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Run(words, output, error).WaitAsync(Patience);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Asserts that a command line is refused by exit code 2 and one sentence, which names the cause.</summary>
    public static async Task IsRefused(string cause, params string[] words)
    {
        var (code, output, error) = await Of([.. words, "--Logging:LogLevel:Default=None"]);
        Assert.Equal((Refused, ""), (code, output));
        Assert.Contains(cause, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(letter => letter == '\n'));
        Assert.True(error.TrimEnd()[^1] is '.' or '?', error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
    }
}
