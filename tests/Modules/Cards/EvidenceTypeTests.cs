using System.Text;
using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Tests.Cards;

public sealed class EvidenceTypeTests
{
    private const int PieceBytes = 64 * 1_024;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00, 0x08, 0x00];

    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, 0x00, 0xFF];

    // "Nihon", between the escape sequences that switch to JIS X 0208 and back to ASCII.
    private static readonly byte[] Japanese = [0x1B, .. "$BF|K\\"u8, 0x1B, .. "(B"u8];

    public static TheoryData<string, byte[], string?> Files => new()
    {
        { "a PDF", [.. "%PDF-1.7\n"u8, 0x00, 0xFF], "application/pdf" },
        { "a PDF behind a byte order mark", [0xEF, 0xBB, 0xBF, .. Pdf], "application/pdf" },
        { "a PDF behind an empty line", [.. "\n"u8, .. Pdf], "application/pdf" },
        { "a PDF behind an empty line of Windows", [.. "\r\n"u8, .. Pdf], "application/pdf" },
        { "a PDF behind a byte order mark and lines", [0xEF, 0xBB, 0xBF, .. "\r\n\n"u8, .. Pdf], "application/pdf" },
        { "a PDF without binary bytes behind a line", "\n%PDF-1.7\n%%EOF"u8.ToArray(), "application/pdf" },
        { "a PDF behind a head of HTTP", [.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. Pdf], "application/pdf" },
        { "a PDF behind 1 024 bytes", [.. new byte[1_024], .. Pdf], "application/pdf" },
        { "a PDF behind 1 025 bytes", [.. new byte[1_025], .. Pdf], null },
        { "a letter about PDF", "My file begins with %PDF-1.7."u8.ToArray(), "text/plain" },
        { "a program with a PDF in it", [.. "MZ"u8, 0x90, 0x00, .. Pdf], null },
        { "an archive with a PDF in it", [.. Zip, .. Pdf], null },
        { "a script with a PDF in it", [.. "#!/bin/sh\n"u8, .. Pdf], null },
        { "a PNG behind a byte order mark", [0xEF, 0xBB, 0xBF, .. Samples.Png], null },
        { "a PNG behind an empty line", [.. "\n"u8, .. Samples.Png], null },
        { "a JPEG behind an empty line", [.. "\n"u8, 0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10], null },
        { "a PNG", Samples.Png, "image/png" },
        { "a JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10], "image/jpeg" },
        { "text", "I was charged twice.\r\n\tSee line 2: 42,95 €"u8.ToArray(), "text/plain" },
        { "text with a byte order mark", [0xEF, 0xBB, 0xBF, .. "hello"u8], "text/plain" },
        { "an e-mail", "From: a@example.com\r\nDate: Tue, 19 May 2026 07:30:00 +0000\r\nSubject: x\r\n\r\nHello"u8.ToArray(), "message/rfc822" },
        { "an e-mail with folded lines", "Received: from x\r\n by y\r\nDate: Tue\r\nFrom: a@b\r\n\r\nHello"u8.ToArray(), "message/rfc822" },
        { "an e-mail in Latin 1", [.. "From: a@b\nDate: Tue\n\n"u8, 0xE9], "message/rfc822" },
        { "an e-mail in ISO-2022-JP", [.. "From: a@b\nDate: Tue\nSubject: "u8, .. Japanese, .. "\n\n"u8, .. Japanese], "message/rfc822" },
        { "an e-mail in ISO-2022-KR", [.. "From: a@b\nDate: Tue\n\n"u8, 0x1B, .. "$)C"u8, 0x0E, .. ">H"u8, 0x0F], "message/rfc822" },
        { "an e-mail with a byte order mark", [0xEF, 0xBB, 0xBF, .. "From: a@b\r\nDate: Tue\r\n\r\nHello"u8], "message/rfc822" },
        { "an e-mail behind an empty line", "\r\nFrom: a@b\r\nDate: Tue\r\n\r\nHello"u8.ToArray(), "message/rfc822" },
        { "an e-mail with a PDF signature", "From: a@b\nDate: Tue\n\n%PDF-1.7"u8.ToArray(), "message/rfc822" },
        { "text in ISO-2022-JP", Japanese, null },
        { "a letter that begins like one", "From: me\nDear merchant, ..."u8.ToArray(), "text/plain" },
        { "nothing", [], null },
        { "an executable of Windows", [.. "MZ"u8, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00], null },
        { "an executable of Linux", [0x7F, .. "ELF"u8, 0x02, 0x01, 0x01, 0x00], null },
        { "a script with a byte order mark", [0xEF, 0xBB, 0xBF, .. "#!/bin/sh\n"u8], null },
        { "a script", "#!/bin/sh\nrm -rf /\n"u8.ToArray(), null },
        { "a zip archive", Zip, null },
        { "a gzip archive", [0x1F, 0x8B, 0x08, 0x00], null },
        { "an e-mail with an archive in it", [.. "From: a@b\nDate: Tue\n\n"u8, .. Zip], null },
        { "a GIF", "GIF89a"u8.ToArray().Append((byte)0).ToArray(), null },
        { "half a PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], null },
        { "UTF-16", Encoding.Unicode.GetBytes("hello"), null },
        { "Latin 1", [.. "caf"u8, 0xE9], null },
        { "half a character", [.. "caf"u8, 0xC3], null },
        { "an overlong form", [0xC0, 0xAF, .. "abc"u8], null },
        { "a NUL after much text", [.. Enumerable.Repeat((byte)'a', 3 * PieceBytes), 0], null },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_what_its_content_says(string what, byte[] content, string? type)
    {
        using var file = new MemoryStream(content);
        Assert.Equal((what, type), (what, await EvidenceType.Of(file, CancellationToken.None)));
    }

    // Characters of one to four bytes, shifted so that a piece ends at every position inside a character.
    [Theory]
    [InlineData("€")]
    [InlineData("é")]
    [InlineData("😀")]
    public async Task Text_may_be_cut_anywhere(string character)
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var content = Encoding.UTF8.GetBytes(new string('a', shift) + string.Concat(Enumerable.Repeat(character, 3 * PieceBytes / 2)));
            using var whole = new MemoryStream(content);
            Assert.Equal("text/plain", await EvidenceType.Of(whole, CancellationToken.None));
            using var trickle = new Trickle(content, 7);
            Assert.Equal("text/plain", await EvidenceType.Of(trickle, CancellationToken.None));
            using var cut = new MemoryStream(content[..^1]);
            Assert.Null(await EvidenceType.Of(cut, CancellationToken.None));
        }
    }

    // Returns a few bytes per read.
    private sealed class Trickle(byte[] content, int most) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(most, buffer.Length)], cancellationToken);
    }
}
