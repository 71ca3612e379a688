namespace Cryptocardium.Host.Control;

// A command that another process of this machine sends to the server, over the socket in Data:Directory.
/// <param name="Name">The first word that the other process sends.</param>
/// <param name="Run">Runs it: the services of the server, the other words, and the connection, which it may read and write.</param>
internal sealed record ServedCommand(string Name, Func<IServiceProvider, string[], Stream, CancellationToken, Task> Run);
