using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Secrets;

namespace Cryptocardium.Host.Calls;

// Turns an Idempotency-Key into a claim: a hash that identifies it, and a fingerprint in which a repeated call must be equal.
internal sealed class IdempotencyClaims(KeyRing keys)
{
    private const string Header = "Idempotency-Key";
    private const int KeyLengthMax = 255;

    private readonly byte[] fingerprintKey = keys.Derive("idempotency/fingerprint");

    /// <returns>The refusal of a key that cannot be one.</returns>
    public static Error? Check(OperationCall operation) =>
        !operation.Operation.TakesIdempotencyKey || operation.IdempotencyKey.Count == 0 || KeyOf(operation) is not null
            ? null
            : new Error(Errors.InvalidIdempotencyKey) { Param = Header };

    /// <summary>The claim of a call with a key, checked before; null without one.</summary>
    public IdempotencyClaim? Of(OperationCall operation, OperationRules rules, Call call)
    {
        if (!operation.Operation.TakesIdempotencyKey || KeyOf(operation) is not { } key)
        {
            return null;
        }

        // A caller without an account yet is identified by the e-mail, so that nobody else can take or see the key.
        var scope = rules.IsPublic ? EmailHash(operation.Body.Span) : call.Account.Value;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{scope}\n{call.Caller.Class}\n{key}"));
        return new(hash, Fingerprint(operation, rules, call.Upload));
    }

    /// <summary>The pairs of the query in one order, however the caller ordered them.</summary>
    public static string Canonical(OperationValues values) => string.Join('&',
        from name in values.QueryNames
        orderby name.ToLowerInvariant()
        from value in values.Query(name).ToArray()
        select $"{Uri.EscapeDataString(name.ToLowerInvariant())}={Uri.EscapeDataString(value ?? "")}");

    private static string? KeyOf(OperationCall operation) =>
        operation.IdempotencyKey is [{ Length: > 0 and <= KeyLengthMax } key] && !key.AsSpan().ContainsAnyExceptInRange('!', '~') ? key : null;

    private byte[] Fingerprint(OperationCall operation, OperationRules rules, Upload? upload)
    {
        var text = new StringBuilder(256);
        text.Append(operation.Operation.Method).Append('\n').Append(operation.Operation.Route).Append('\n');
        foreach (var parameter in rules.Path)
        {
            text.Append(operation.Values.Path(parameter.Name)).Append('\n');
        }

        var (mediaType, content) = upload is null
            ? (operation.Body.IsEmpty ? "" : Call.Json, SHA256.HashData(operation.Body.Span))
            : (OperationRules.Multipart, ContentHash(upload));
        text.Append(Canonical(operation.Values)).Append('\n').Append(mediaType).Append('\n').Append(Convert.ToHexStringLower(content));
        return HMACSHA256.HashData(fingerprintKey, Encoding.UTF8.GetBytes(text.ToString()));
    }

    // The file was hashed while it was read. Boundaries differ with each request and do not count.
    private static byte[] ContentHash(Upload upload) => SHA256.HashData([.. upload.Sha256, .. Encoding.UTF8.GetBytes(upload.FileName)]);

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
