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

    // Readers of PDF accept this many bytes before the signature (ISO 32000-1, annex H, note 13).
    private const int BytesBeforePdfMost = 1_024;

    // Signatures of archives and programs, which no PDF signature behind them excuses.
    private static readonly byte[][] Refused = [[.. "PK"u8], [.. "MZ"u8], [.. "#!"u8], [.. "GIF8"u8], [.. "Rar!"u8], [0x7F, .. "ELF"u8], [0x1F, 0x8B]];

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> PdfSignature => "%PDF-"u8;

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads as much of the file as the detection needs.</summary>
    /// <returns>One of the types above; null for any other and for an empty file.</returns>
    public static async ValueTask<string?> Of(Stream file, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            var length = await file.ReadAtLeastAsync(buffer.AsMemory(0, PieceBytes), HeadBytes, throwOnEndOfStream: false, cancellationToken);
            if (OfSignature(buffer.AsSpan(0, length)) is { } type)
            {
                return type;
            }

            var isLatePdf = IsLatePdf(buffer.AsSpan(0, length));
            return await OfText(file, buffer, length, cancellationToken) ?? (isLatePdf ? Pdf : null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static string? OfSignature(ReadOnlySpan<byte> head) =>
        Start(head).StartsWith(PdfSignature) ? Pdf
        : head.StartsWith(PngSignature) && head.Length > 16 && head[12..16].SequenceEqual("IHDR"u8) ? Png
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : null;

    // A signature behind other bytes. Text and mails may mention one, so they are tried first.
    private static bool IsLatePdf(ReadOnlySpan<byte> head)
    {
        foreach (var signature in Refused)
        {
            if (head.StartsWith(signature))
            {
                return false;
            }
        }

        return head[..Math.Min(head.Length, BytesBeforePdfMost + PdfSignature.Length)].IndexOf(PdfSignature) >= 0;
    }

    // Programs write a byte-order mark or empty lines before the first byte of a format.
    private static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> head) =>
        (head.StartsWith(ByteOrderMark) ? head[ByteOrderMark.Length..] : head).TrimStart("\r\n"u8);

    // The whole file must be text: without control characters and valid UTF-8.
    private static async ValueTask<string?> OfText(Stream file, byte[] buffer, int length, CancellationToken cancellationToken)
    {
        if (length == 0 || Start(buffer.AsSpan(0, length)).StartsWith("#!"u8))
        {
            return null;
        }

        var isMail = IsMail(Start(buffer.AsSpan(0, Math.Min(length, HeadBytes))));
        var text = new TextCheck();
        while (length > 0)
        {
            if (TextCheck.HasControls(buffer.AsSpan(0, length), isMail) || (!isMail && !text.Takes(buffer.AsSpan(0, length))))
            {
                return null;
            }

            length = await file.ReadAsync(buffer.AsMemory(0, PieceBytes), cancellationToken);
        }

        return isMail ? Mail : text.IsWhole ? Text : null;
    }

    // RFC 5322: header lines with names and values, among them From and Date. The body may have any charset, also one of ISO 2022, which
    // switches with ESC, SO and SI.
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
        private static readonly byte[] Forbidden =
            [.. Enumerable.Range(0, 0x20).Where(c => c is not ('\t' or '\n' or '\r' or '\f')).Select(c => (byte)c), 0x7F];

        private static readonly SearchValues<byte> Controls = SearchValues.Create(Forbidden);

        private static readonly SearchValues<byte> MailControls =
            SearchValues.Create([.. Forbidden.Where(c => c is not (0x0E or 0x0F or 0x1B))]);

        private readonly byte[] rest = new byte[4];
        private int restLength;

        public bool IsWhole => restLength == 0;

        public static bool HasControls(ReadOnlySpan<byte> piece, bool isMail) => piece.ContainsAny(isMail ? MailControls : Controls);

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
