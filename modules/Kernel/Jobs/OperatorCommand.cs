using Mediator;

namespace Cryptocardium.Kernel.Jobs;

/// <summary>A command of an operator at the command line. Like a job it only sends a command.</summary>
/// <param name="Name">The name, <c>remove-deposit</c>.</param>
/// <param name="Summary">The description in one line.</param>
/// <param name="Arguments">The required arguments, each with its format.</param>
/// <param name="Send">Sends the command with the arguments by name; returns the result as a sentence.</param>
public sealed record OperatorCommand(
    string Name,
    string Summary,
    IReadOnlyList<(string Name, string Shape)> Arguments,
    Func<ISender, IReadOnlyDictionary<string, string>, CancellationToken, ValueTask<Result<string>>> Send);
