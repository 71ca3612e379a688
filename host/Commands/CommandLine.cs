using Cryptocardium.Host.Startup;

namespace Cryptocardium.Host.Commands;

// Runs the program and turns each failure into one sentence on standard error.
internal static class CommandLine
{
    private const int Failed = 1;
    private const int Refused = 2;

    /// <returns>
    /// The exit code: of the command, 2 if settings or surroundings prevent it, 1 for a fault of the program.
    /// </returns>
    public static async Task<int> Run(string[] words, TextWriter output, TextWriter error)
    {
        try
        {
            return await Verbs.Run(words, output);
        }
#pragma warning disable CA1031 // the outermost method: a stack trace helps no operator
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (StartFailure.SentenceOf(exception) is { } sentence)
            {
                await error.WriteLineAsync(sentence);
                return Refused;
            }

            await error.WriteLineAsync(
                $"A fault of the program, {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")} Please report it with this place:"
                + $"{exception.StackTrace?.Split('\n')[0].TrimEnd().Replace("   at ", " ", StringComparison.Ordinal)}");
            return Failed;
        }
    }
}
