using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Treasury.Addresses;

// The operator's list of addresses that get no money, Treasury:DenyList: one a line, in any chain's notation, # begins a comment.
// Refresh reads it again when the file has changed, and is called before a unit of work, since it may take long; judging reads
// nothing. A list that is configured and cannot be read judges nobody, rather than let everybody through.
internal sealed partial class DenyList(IConfiguration configuration, ILogger<DenyList> logger)
{
    public const string Key = "Treasury:DenyList";

    private const char Comment = '#';
    private const long BytesMax = 64L * 1024 * 1024;

    private readonly string? path = string.IsNullOrEmpty(configuration[Key]) ? null : configuration[Key];
    private readonly Lock gate = new();
    private volatile Reading? last;

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

    // Of an address that this program stored.
    public DenyVerdict Judge(string address) => AddressText.Read(address, out _, out var raw) is null
        ? Judge(raw)
        : throw new ArgumentException("This is no address.", nameof(address));

    // Of who sent a deposit, as far as that is known. Who cannot be told from those who are denied is treated as they are.
    public DenyVerdict JudgeSender(string sender) =>
        AddressText.Read(sender, out _, out var raw) is null ? Judge(raw)
        : path is null ? DenyVerdict.Allowed
        : last?.Denied is null ? DenyVerdict.Unknown
        : DenyVerdict.Denied;

    // What is wrong in a file stays wrong until it is changed; what stood in the way of reading it may be gone.
    private bool IsCurrent(string file) => last is { MayPass: false } reading && reading.Stamp == StampOf(file);

    private static (DateTime WrittenAt, long Bytes) StampOf(string file) =>
        new FileInfo(file) is { Exists: true } info ? (info.LastWriteTimeUtc, info.Length) : default;

    private Reading Read_NeedsGate(string file)
    {
        var stamp = StampOf(file);
        try
        {
            if (stamp.Bytes > BytesMax)
            {
                throw new InvalidDataException($"The list is larger than {BytesMax} bytes.");
            }

            return new Reading(stamp, [.. File.ReadLines(file).Select(Parse).OfType<RawAddress>()], MayPass: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Said once for each state of the file, not for each time that it is tried.
            if (last is not { Denied: null } || last.Stamp != stamp)
            {
                LogUnreadable(logger, exception);
            }

            return new Reading(stamp, null, MayPass: exception is not InvalidDataException);
        }
    }

    // Null for a line that holds no address.
    private static RawAddress? Parse(string line, int index)
    {
        var text = line.Split(Comment)[0].Trim();
        return text.Length == 0 ? null
            : AddressText.Read(text, out _, out var address) is null ? address
            : throw new InvalidDataException($"Line {index + 1} is no address.");
    }

    [LoggerMessage(1, LogLevel.Error, "The deny-list cannot be read; nothing is paid out until it can.")]
    private static partial void LogUnreadable(ILogger logger, Exception exception);

    // What the file held in a state of it; nobody when it could not be read.
    private sealed record Reading((DateTime WrittenAt, long Bytes) Stamp, HashSet<RawAddress>? Denied, bool MayPass);
}
