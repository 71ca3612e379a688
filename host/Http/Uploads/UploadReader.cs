using System.Buffers;
using System.Security.Cryptography;
using Cryptocardium.Host.Calls;
using Cryptocardium.Host.Http.Wire;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Files;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Cryptocardium.Host.Http.Uploads;

// Streams the one file of a multipart body to disk and hashes it on the way.
internal sealed class UploadReader(FileStore files, TimeLimits times, UploadSlots slots)
{
    /// <summary>The maximum size of the file, 100 MB; product documentation, "Requests".</summary>
    public const long FileBytesMax = 100 * 1_024 * 1_024;

    // Allows for boundaries and headers of parts.
    private const int OverheadBytesMax = 64 * 1_024;
    private const int BoundaryLengthMax = 70; // RFC 2046, 5.1.1
    private const int PieceBytes = 64 * 1_024;
    private const string NameWhenNone = "file";
    private const int NameLengthMax = 255;

    private static readonly Error TooLarge = new(Errors.PayloadTooLarge) { Message = "The file is larger than 100 MB." };

    private static readonly Error NotMultipart = new(Errors.UnsupportedMediaType) { Param = "Content-Type", Message = "Send the body as multipart/form-data." };

    /// <param name="request">The request, with query and path checked.</param>
    /// <param name="field">The name of the part that contains the file.</param>
    /// <param name="call">Receives the upload, also when the rest is refused; the code that runs the call discards it.</param>
    /// <returns>The refusal, or null.</returns>
    /// <exception cref="BadHttpRequestException">A piece of the body did not arrive in time.</exception>
    public async ValueTask<Error?> Read(HttpRequest request, string field, Call call)
    {
        if (BoundaryOf(request.ContentType, out var boundary) is { } error)
        {
            return error;
        }

        if (request.ContentLength > FileBytesMax + OverheadBytesMax)
        {
            return TooLarge;
        }

        Framing.Limit(request.HttpContext, FileBytesMax + OverheadBytesMax);
        using var slot = slots.TryAcquire(call.Account);
        using var body = new TimedReader(request.BodyReader, times.Body);
        return slot is null
            ? new Error(Errors.Overloaded) { RetryAfterSeconds = 1 }
            : await ReadParts(new MultipartReader(boundary, body.AsStream(), PieceBytes), field, call, body, request.HttpContext.RequestAborted);
    }

    private async ValueTask<Error?> ReadParts(
        MultipartReader reader, string field, Call call, TimedReader time, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (section, isWhole) = await Next(reader, cancellationToken);
            if (!isWhole)
            {
                return Errors.MalformedMultipart;
            }

            if (section is null)
            {
                return call.Upload is null ? new Error(Errors.MissingRequiredField) { Param = field } : null;
            }

            if (PartOf(section) is not { } part)
            {
                return Errors.MalformedMultipart;
            }

            var name = part.Name.ToString();
            var refusal = name != field ? new Error(Errors.UnknownField) { Param = ContractErrors.Shown(name) }
                : call.Upload is not null ? new Error(Errors.DuplicateField) { Param = field }
                : await Store(section.Body, FileNameOf(part), call, time, cancellationToken);
            if (refusal is not null)
            {
                return refusal;
            }
        }
    }

    private async ValueTask<Error?> Store(Stream body, string fileName, Call call, TimedReader time, CancellationToken cancellationToken)
    {
        var (stored, stream) = files.Create();
        call.Upload = new Upload(stored, fileName, 0, []);
        await using var file = stream;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            for (var size = 0L; ;)
            {
                if (await Piece(body, buffer, cancellationToken) is not { } length)
                {
                    return Errors.MalformedMultipart;
                }

                if (length == 0)
                {
                    file.Flush(flushToDisk: true);
                    call.Upload = call.Upload with { SizeBytes = size, Sha256 = hash.GetHashAndReset() };
                    return null;
                }

                size += length;
                if (size > FileBytesMax)
                {
                    return TooLarge;
                }

                if (size / TimeLimits.PieceBytes > (size - length) / TimeLimits.PieceBytes)
                {
                    time.Prolong();
                }

                hash.AppendData(buffer, 0, length);
                await file.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    // Only failures of reading mean a malformed body; a failure of writing is an error of the server.
    private static async ValueTask<int?> Piece(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer.AsMemory(0, PieceBytes), cancellationToken);
        }
        catch (Exception exception) when (IsMalformed(exception, cancellationToken))
        {
            return null;
        }
    }

    private static async ValueTask<(MultipartSection? Section, bool IsWhole)> Next(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return (await reader.ReadNextSectionAsync(cancellationToken), true);
        }
        catch (Exception exception) when (IsMalformed(exception, cancellationToken))
        {
            return (null, false);
        }
    }

    private static bool IsMalformed(Exception exception, CancellationToken cancellationToken) =>
        exception is (IOException and not BadHttpRequestException) or InvalidDataException && !cancellationToken.IsCancellationRequested;

    private static Error? BoundaryOf(string? contentType, out string boundary)
    {
        boundary = "";
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.MediaType.Equals(OperationRules.Multipart, StringComparison.OrdinalIgnoreCase))
        {
            return NotMultipart;
        }

        boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return boundary.Length is 0 or > BoundaryLengthMax ? new Error(Errors.MalformedMultipart) : null;
    }

    private static ContentDispositionHeaderValue? PartOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part)
            && part.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase)
            && !StringSegment.IsNullOrEmpty(HeaderUtilities.RemoveQuotes(part.Name))
            ? new ContentDispositionHeaderValue(part.DispositionType)
            {
                Name = HeaderUtilities.RemoveQuotes(part.Name),
                FileName = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName),
            }
            : null;

    // Some browsers send the full path of the file.
    private static string FileNameOf(ContentDispositionHeaderValue part)
    {
        var sent = part.FileName.HasValue ? part.FileName.ToString() : "";
        var last = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        return name.Length == 0 ? NameWhenNone : name.Length <= NameLengthMax ? name : name[..NameLengthMax];
    }
}
