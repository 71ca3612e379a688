namespace Cryptocardium.Host.Control;

// A command that writes lines of text and ends with an exit code, in a server or in a process of its own.
/// <param name="Name">The name by which a server knows it.</param>
/// <param name="Run">Runs it: the services, its words, the writer of its text.</param>
internal sealed record TextCommand(string Name, Func<IServiceProvider, string[], TextWriter, CancellationToken, Task<int>> Run)
{
    /// <summary>The command as a server runs it.</summary>
    public ServedCommand Served => new(Name, async (services, words, stream, token) =>
    {
        await using var lines = new ControlLines(stream);
        lines.End(await Run(services, words, lines, token));
    });
}
