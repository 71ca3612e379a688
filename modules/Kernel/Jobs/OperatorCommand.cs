using Mediator;

namespace Cryptocardium.Kernel.Jobs;

/// <summary>What an operator does to the books from the command line. Like a job it only sends a command.</summary>
/// <param name="Name">What it is called: <c>remove-deposit</c>.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Arguments">Its arguments, each needed, and what they look like.</param>
/// <param name="Send">Sends the command with the arguments by name; answers in a sentence what was done.</param>
public sealed record OperatorCommand(
    string Name,
    string Summary,
    IReadOnlyList<(string Name, string Shape)> Arguments,
    Func<ISender, IReadOnlyDictionary<string, string>, CancellationToken, ValueTask<Result<string>>> Send);
