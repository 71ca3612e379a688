using System.Net.Sockets;
using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Connections;

namespace Cryptocardium.Host.Startup;

// Turns failures with a cause outside of the program into one sentence.
internal static class StartFailure
{
    private const string OtherAddress = "stop the other program, or set Urls to another address such as http://127.0.0.1:5081.";

    /// <returns>The cause and the remedy; null for a fault of the program.</returns>
    public static string? SentenceOf(Exception exception) => exception switch
    {
        RemedyException => exception.Message,
        IOException { InnerException: AddressInUseException } => $"{Text(exception)}; {OtherAddress}",
        IOException { InnerException: AggregateException { InnerException: AddressInUseException } } => $"{Text(exception)}; {OtherAddress}",
        SocketException socket => $"The address of Urls cannot be used ({Text(socket)}); set Urls to an address of this machine that this user may use.",
        InvalidDataException { InnerException: FormatException } => $"{Text(exception)}; it is not valid JSON.",
        DirectoryNotFoundException => $"There is no directory {Text(exception)}; correct the setting that names it.",
        IOException or UnauthorizedAccessException => $"{Text(exception)}; let this user read and write the file, or set another one.",
        _ => null,
    };

    private static string Text(Exception exception) => exception.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
