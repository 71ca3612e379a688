using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cryptocardium.Host.Http.Uploads;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Secrets;

namespace Cryptocardium.Host.Http;

// Reads the Idempotency-Key, and makes of it what identifies the claim and what a repetition must be equal in.
internal sealed class IdempotencyReader(KeyRing keys)
{
    private const string Header = "Idempotency-Key";
    private const int KeyLengthMax = 255;

    private readonly byte[] fingerprintKey = keys.Derive("idempotency/fingerprint");

    /// <summary>Sets the call's claim when there is one to set.</summary>
    public Error? Read(HttpRequest request, OperationRules operation, Call call, ReadOnlySpan<byte> body)
    {
        var error = KeyOf(request, operation, out var key);
        if (key is null)
        {
            return error;
        }

        // Whoever has no account yet is who the e-mail says, whose key nobody else must be able to take or see.
        var scope = operation.IsPublic ? EmailHash(body) : call.Account.Value;
        call.Idempotency = Claim(key, scope, call, Fingerprint(request, operation, body.IsEmpty ? "" : ContentRules.Json, SHA256.HashData(body)));
        return null;
    }

    /// <summary>The same for a file, which was hashed while it was read. Boundaries are drawn anew for each request, so they do not count.</summary>
    public void Read(HttpRequest request, OperationRules operation, Call call, Upload upload)
    {
        if (KeyOf(request, operation, out var key) is null && key is not null)
        {
            var content = SHA256.HashData([.. upload.Sha256, .. Encoding.UTF8.GetBytes(upload.FileName)]);
            call.Idempotency = Claim(key, call.Account.Value, call, Fingerprint(request, operation, UploadReader.MediaType, content));
        }
    }

    /// <returns>What is wrong with the key that was sent.</returns>
    public static Error? KeyOf(HttpRequest request, OperationRules operation, out string? key)
    {
        key = null;
        if (!operation.Info.TakesIdempotencyKey || !request.Headers.TryGetValue(Header, out var sent))
        {
            return null;
        }

        if (sent.Count != 1 || sent[0] is not { Length: > 0 and <= KeyLengthMax } text || text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return new Error(Errors.InvalidIdempotencyKey) { Param = Header };
        }

        key = text;
        return null;
    }

    private static IdempotencyClaim Claim(string key, string? scope, Call call, byte[] fingerprint) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{scope}\n{call.Caller.Class}\n{key}")), fingerprint);

    private byte[] Fingerprint(HttpRequest request, OperationRules operation, string mediaType, byte[] bodyHash)
    {
        var text = new StringBuilder(256);
        text.Append(operation.Info.Method).Append('\n').Append(operation.Info.Route).Append('\n');
        foreach (var parameter in operation.Path)
        {
            text.Append(request.RouteValues[parameter.Name]).Append('\n');
        }

        text.Append(QueryText.Canonical(request)).Append('\n').Append(mediaType).Append('\n');
        text.Append(Convert.ToHexStringLower(bodyHash));
        return HMACSHA256.HashData(fingerprintKey, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string EmailHash(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("email"u8))
            {
                reader.Read();
                var email = reader.GetString()!.ToLowerInvariant();
                return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email)));
            }
        }

        return "";
    }
}
