namespace Cryptocardium.Host.Commands;

// A command of the program.
/// <param name="Name">The first word of the command line.</param>
/// <param name="Usage">The words that follow it.</param>
/// <param name="Summary">The description in one line.</param>
/// <param name="Run">Runs it with the words after its name; returns the exit code.</param>
internal sealed record Verb(string Name, string Usage, string Summary, Func<string[], TextWriter, Task<int>> Run)
{
    /// <summary>More lines for help; an empty text for none.</summary>
    public Func<string> Details { get; init; } = static () => "";
}
