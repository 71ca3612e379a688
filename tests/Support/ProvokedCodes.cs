using System.Collections.Concurrent;
using System.Globalization;

namespace Cryptocardium.Tests;

/// <summary>
/// Records every error code that a test received, with its operation. After all tests the build compares them with the contract and fails
/// for a code that an operation lists and no test provokes.
/// </summary>
public static class ProvokedCodes
{
    private static readonly ConcurrentDictionary<string, bool> Seen = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();
    private static readonly string File = SourceTree.At(
        "artifacts", "codes", string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}.txt"));

    /// <summary>Records a code.</summary>
    /// <param name="operation">The operationId; empty for a request that reached no operation.</param>
    /// <param name="code">The code.</param>
    public static void Note(string operation, string code)
    {
        var line = $"{operation} {code}";
        if (Seen.TryAdd(line, true))
        {
            lock (Gate)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(File)!);
                System.IO.File.AppendAllLines(File, [line]);
            }
        }
    }
}
