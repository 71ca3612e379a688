using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Treasury.Addresses;

// The operator's list of addresses that get no money, Treasury:DenyList: one a line, in any chain's notation, # begins a comment.
// It is read again whenever the file changes. A list that is configured and cannot be read judges nobody, rather than let
// everybody through.
internal sealed partial class DenyList(IConfiguration configuration, ILogger<DenyList> logger)
{
    public const string Key = "Treasury:DenyList";

    private const char Comment = '#';
    private const long BytesMax = 64L * 1024 * 1024;

    private readonly string? path = string.IsNullOrEmpty(configuration[Key]) ? null : configuration[Key];
    private readonly Lock gate = new();
    private (DateTime WrittenAt, long Bytes) seen;
    private HashSet<RawAddress>? denied;

    public DenyVerdict Judge(RawAddress address) =>
        path is null ? DenyVerdict.Allowed
        : Current(path) is not { } list ? DenyVerdict.Unknown
        : list.Contains(address) ? DenyVerdict.Denied
        : DenyVerdict.Allowed;

    // Of an address that a chain reported or this program stored.
    public DenyVerdict Judge(string address) => AddressText.Read(address, out _, out var raw) is null
        ? Judge(raw)
        : throw new ArgumentException("This is no address.", nameof(address));

    private HashSet<RawAddress>? Current(string file)
    {
        lock (gate)
        {
            // A list that could not be read is tried again each time: what stood in its way may be gone.
            var now = new FileInfo(file) is { Exists: true } info ? (info.LastWriteTimeUtc, info.Length) : default;
            if (denied is null || now != seen)
            {
                seen = now;
                denied = Read_NeedsGate(file);
            }

            return denied;
        }
    }

    private HashSet<RawAddress>? Read_NeedsGate(string file)
    {
        try
        {
            if (seen.Bytes > BytesMax)
            {
                throw new InvalidDataException($"The list is larger than {BytesMax} bytes.");
            }

            return [.. File.ReadLines(file).Select(Parse).OfType<RawAddress>()];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            LogUnreadable(logger, exception);
            return null;
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
}
