namespace Cryptocardium.Kernel;

/// <summary>
/// The program cannot start or run a command because of its settings or surroundings. The message is one sentence for the operator: the
/// cause and the remedy. It contains no secret.
/// </summary>
/// <param name="sentence">The cause and the remedy.</param>
public sealed class RemedyException(string sentence) : Exception(sentence);
