using System.Buffers;
using System.Text;

namespace Cryptocardium.Cards.Domain;

// Detects the type of a file by its content, since names and labels come from the caller. Files are never unpacked, so their unpacked size
// does not matter.
internal static class EvidenceType
{
    public const string Pdf = "application/pdf";
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";
    public const string Text = "text/plain";
    public const string Mail = "message/rfc822";

    private const int HeadBytes = 8 * 1_024;
    private const int PieceBytes = 64 * 1_024;

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads as much of the file as the detection needs.</summary>
    /// <returns>One of the types above; null for any other and for an empty file.</returns>
    public static async ValueTask<string?> Of(Stream file, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            var length = await file.ReadAtLeastAsync(buffer.AsMemory(0, PieceBytes), HeadBytes, throwOnEndOfStream: false, cancellationToken);
            return OfSignature(buffer.AsSpan(0, length)) ?? await OfText(file, buffer, length, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static string? OfSignature(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? Pdf
        : head.StartsWith(PngSignature) && head.Length > 16 && head[12..16].SequenceEqual("IHDR"u8) ? Png
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : null;

    // The whole file must be text: without control characters and valid UTF-8.
    private static async ValueTask<string?> OfText(Stream file, byte[] buffer, int length, CancellationToken cancellationToken)
    {
        if (length == 0 || buffer.AsSpan(0, length).StartsWith("#!"u8))
        {
            return null;
        }

        var isMail = IsMail(buffer.AsSpan(0, Math.Min(length, HeadBytes)));
        var text = new TextCheck();
        while (length > 0)
        {
            if (TextCheck.HasControls(buffer.AsSpan(0, length)) || (!isMail && !text.Takes(buffer.AsSpan(0, length))))
            {
                return null;
            }

            length = await file.ReadAsync(buffer.AsMemory(0, PieceBytes), cancellationToken);
        }

        return isMail ? Mail : text.IsWhole ? Text : null;
    }

    // RFC 5322: header lines with names and values, among them From and Date. The body may have any charset.
    private static bool IsMail(ReadOnlySpan<byte> head)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Encoding.Latin1.GetString(head).Split('\n'))
        {
            if (line is "" or "\r")
            {
                break;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] is ' ' or '\t' && names.Count > 0)
            {
                continue;
            }

            if (colon <= 0 || line.AsSpan(0, colon).ContainsAnyExceptInRange('!', '~'))
            {
                break;
            }

            names.Add(line[..colon]);
        }

        return names.Contains("From") && names.Contains("Date");
    }

    // Text that arrives in pieces, which may split characters.
    private sealed class TextCheck
    {
        private static readonly SearchValues<byte> Controls = SearchValues.Create(
            [.. Enumerable.Range(0, 0x20).Where(c => c is not ('\t' or '\n' or '\r' or '\f')).Select(c => (byte)c), 0x7F]);

        private readonly byte[] rest = new byte[4];
        private int restLength;

        public bool IsWhole => restLength == 0;

        public static bool HasControls(ReadOnlySpan<byte> piece) => piece.ContainsAny(Controls);

        public bool Takes(ReadOnlySpan<byte> piece)
        {
            while (restLength > 0 && piece.Length > 0)
            {
                rest[restLength++] = piece[0];
                piece = piece[1..];
                var status = Rune.DecodeFromUtf8(rest.AsSpan(0, restLength), out _, out _);
                if (status == OperationStatus.InvalidData)
                {
                    return false;
                }

                restLength = status == OperationStatus.Done ? 0 : restLength;
            }

            var end = piece.Length - Unfinished(piece);
            piece[end..].CopyTo(rest.AsSpan(restLength));
            restLength += piece.Length - end;
            return System.Text.Unicode.Utf8.IsValid(piece[..end]);
        }

        // Counts the bytes at the end that start a character of the next piece.
        private static int Unfinished(ReadOnlySpan<byte> piece)
        {
            for (var tail = 1; tail <= Math.Min(3, piece.Length); tail++)
            {
                if ((piece[^tail] & 0xC0) != 0x80)
                {
                    return Rune.DecodeFromUtf8(piece[^tail..], out _, out _) == OperationStatus.NeedMoreData ? tail : 0;
                }
            }

            return 0;
        }
    }
}
