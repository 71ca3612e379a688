using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Treasury.Addresses;

// The operator's file of addresses that get no money (Treasury:DenyList): one address per line, in any notation, # begins a comment.
// Refresh reads a changed file; it may take long, so it runs before a unit of work. Judge reads no file. While a configured file
// cannot be read, every verdict is Unknown, so nothing is paid out.
internal sealed partial class DenyList(IConfiguration configuration, ILogger<DenyList> logger)
{
    public const string Key = "Treasury:DenyList";

    private const char Comment = '#';
    private const long BytesMax = 64L * 1024 * 1024;

    private readonly string? path = string.IsNullOrEmpty(configuration[Key]) ? null : configuration[Key];
    private readonly Lock gate = new();
    private volatile Content? last;

    public void Refresh()
    {
        if (path is null || IsCurrent(path))
        {
            return;
        }

        lock (gate)
        {
            if (!IsCurrent(path))
            {
                last = Read_NeedsGate(path);
            }
        }
    }

    public DenyVerdict Judge(RawAddress address) =>
        path is null ? DenyVerdict.Allowed
        : last?.Denied is not { } list ? DenyVerdict.Unknown
        : list.Contains(address) ? DenyVerdict.Denied
        : DenyVerdict.Allowed;

    // Judges a stored address, which is valid.
    public DenyVerdict Judge(string address) => AddressText.Read(address, out _, out var raw) is null
        ? Judge(raw)
        : throw new ArgumentException("This is no address.", nameof(address));

    // Judges the sender of a deposit. An unknown sender is denied if there is a list, because it could be any listed address.
    public DenyVerdict JudgeSender(string sender) =>
        AddressText.Read(sender, out _, out var raw) is null ? Judge(raw)
        : path is null ? DenyVerdict.Allowed
        : last?.Denied is null ? DenyVerdict.Unknown
        : DenyVerdict.Denied;

    // An invalid file is read again only when it has changed; an I/O error may be transient, so reading is retried.
    private bool IsCurrent(string file) => last is { IsTransient: false } reading && reading.Stamp == StampOf(file);

    private static (DateTime WrittenAt, long Bytes) StampOf(string file) =>
        new FileInfo(file) is { Exists: true } info ? (info.LastWriteTimeUtc, info.Length) : default;

    private Content Read_NeedsGate(string file)
    {
        var stamp = StampOf(file);
        try
        {
            if (stamp.Bytes > BytesMax)
            {
                throw new InvalidDataException($"The list is larger than {BytesMax} bytes.");
            }

            return new Content(stamp, [.. File.ReadLines(file).Select(Parse).OfType<RawAddress>()], IsTransient: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Logged once for each state of the file, not for each attempt.
            if (last is not { Denied: null } || last.Stamp != stamp)
            {
                LogUnreadable(logger, exception);
            }

            return new Content(stamp, null, IsTransient: exception is not InvalidDataException);
        }
    }

    // Returns null for a line without an address.
    private static RawAddress? Parse(string line, int index)
    {
        var text = line.Split(Comment)[0].Trim();
        return text.Length == 0 ? null
            : AddressText.Read(text, out _, out var address) is null ? address
            : throw new InvalidDataException($"Line {index + 1} is not an address.");
    }

    [LoggerMessage(1, LogLevel.Error, "The deny-list cannot be read; nothing is paid out until it can.")]
    private static partial void LogUnreadable(ILogger logger, Exception exception);

    // The addresses of one state of the file; null if it could not be read.
    private sealed record Content((DateTime WrittenAt, long Bytes) Stamp, HashSet<RawAddress>? Denied, bool IsTransient);
}
