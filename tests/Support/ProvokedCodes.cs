using System.Collections.Concurrent;
using System.Globalization;

namespace Cryptocardium.Tests;

/// <summary>
/// Records every error code that a test received. After all tests the build compares them with the catalog and fails for a code
/// that no test provokes.
/// </summary>
public static class ProvokedCodes
{
    private static readonly ConcurrentDictionary<string, bool> Seen = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();
    private static readonly string File = SourceTree.At(
        "artifacts", "codes", string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}.txt"));

    /// <summary>Records a code.</summary>
    public static void Note(string code)
    {
        if (Seen.TryAdd(code, true))
        {
            lock (Gate)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(File)!);
                System.IO.File.AppendAllLines(File, [code]);
            }
        }
    }
}
