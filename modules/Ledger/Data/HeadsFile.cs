using System.Globalization;
using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Files;

namespace Cryptocardium.Ledger.Data;

// The exported chain heads: one line of JSON for each export in which a head had moved, one file for each month.
internal sealed class HeadsFile(string directory)
{
    private const string Pattern = "*.jsonl";

    private IReadOnlyList<ExportedHead>? last;

    /// <returns>Whether the heads had moved, so that a line was written.</returns>
    public async ValueTask<bool> Append(DateTimeOffset now, IReadOnlyList<ExportedHead> heads, CancellationToken cancellationToken)
    {
        last ??= Files().TakeLast(1).SelectMany(Lines).LastOrDefault().Line?.Heads ?? [];
        if (last.SequenceEqual(heads))
        {
            return false;
        }

        PrivateFile.CreateDirectory(directory);
        var at = now.UtcDateTime;
        var path = Path.Combine(directory, at.ToString("yyyy-MM", CultureInfo.InvariantCulture) + ".jsonl");
        var line = JsonSerializer.SerializeToUtf8Bytes(new ExportedHeads(at.ToString(TimestampJson.Format, CultureInfo.InvariantCulture), heads));
        await using var file = new FileStream(path, PrivateFile.Options(FileMode.Append, FileAccess.Write, FileShare.Read));
        // A power failure can leave a line without its end. The new line must not be appended to it.
        byte[] bytes = file.Position > 0 && !EndsWithNewLine(path) ? [(byte)'\n', .. line, (byte)'\n'] : [.. line, (byte)'\n'];
        await file.WriteAsync(bytes, cancellationToken);
        file.Flush(flushToDisk: true);
        last = heads;
        return true;
    }

    /// <summary>All lines, oldest first; null for an unreadable line.</summary>
    public IEnumerable<(string Where, ExportedHeads? Line)> Read() => Files().SelectMany(Lines);

    private IEnumerable<string> Files() =>
        Directory.Exists(directory) ? Directory.EnumerateFiles(directory, Pattern).Order(StringComparer.Ordinal) : [];

    private static IEnumerable<(string Where, ExportedHeads? Line)> Lines(string path) =>
        File.ReadLines(path).Select((line, index) => ($"{Path.GetFileName(path)}, line {index + 1}", Parse(line)));

    private static ExportedHeads? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ExportedHeads>(line) is { Heads: { } heads } read
                && heads.All(head => head is { Hash: not null }) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool EndsWithNewLine(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }
}
