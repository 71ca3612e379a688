using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Secrets;

namespace Cryptocardium.Host.Calls;

// Turns an Idempotency-Key into a claim: a hash that identifies it, and a fingerprint that a repeated call must match. Both depend on a secret,
// because the store compares parts of the hash: no caller can search for keys that share such a part.
internal sealed class IdempotencyClaims(KeyRing keys)
{
    public const string Header = "Idempotency-Key";

    private const int KeyLengthMax = 255;

    // 128 bits: no two requests share a hash by chance.
    private const int HashBytes = 16;

    private readonly byte[] hashKey = keys.Derive("idempotency/key");

    private readonly byte[] fingerprintKey = keys.Derive("idempotency/fingerprint");

    /// <returns>The refusal of a malformed key, or null.</returns>
    public static Error? Check(OperationCall operation) =>
        !operation.Operation.TakesIdempotencyKey || IsWithoutKey(operation) || KeyOf(operation) is not null
            ? null
            : new Error(Errors.InvalidIdempotencyKey) { Param = Header };

    /// <summary>The claim of a call whose key was checked; null without a key.</summary>
    public IdempotencyClaim? Of(OperationCall operation, OperationRules rules, Call call)
    {
        if (!operation.Operation.TakesIdempotencyKey || KeyOf(operation) is not { } key)
        {
            return null;
        }

        // A caller without an account is identified by its e-mail, so that no other caller can claim or see the key.
        var scope = rules.IsPublic ? EmailHash(operation.Body.Span) : call.Account.Value;
        var hash = HMACSHA256.HashData(hashKey, Encoding.UTF8.GetBytes($"{scope}\n{call.Caller.Class}\n{key}"));
        return new(hash[..HashBytes], Fingerprint(operation, rules, call.Upload)) { Account = call.Account };
    }

    /// <summary>The query in canonical order.</summary>
    public static string Canonical(OperationValues values) => values.QueryNames is string[] { Length: 0 } ? "" : string.Join('&',
        from name in values.QueryNames
        orderby name.ToLowerInvariant()
        from value in values.Query(name).ToArray()
        select $"{Uri.EscapeDataString(name.ToLowerInvariant())}={Uri.EscapeDataString(value ?? "")}");

    // Generated clients send an empty header for a key that was not set.
    private static bool IsWithoutKey(OperationCall operation) =>
        operation.IdempotencyKey.Count == 0 || operation.IdempotencyKey is [null or ""];

    private static string? KeyOf(OperationCall operation) =>
        operation.IdempotencyKey is [{ Length: > 0 and <= KeyLengthMax } key] && !key.AsSpan().ContainsAnyExceptInRange('!', '~') ? key : null;

    private byte[] Fingerprint(OperationCall operation, OperationRules rules, Upload? upload)
    {
        var form = new CanonicalJson();
        form.AddLine(operation.Operation.Method);
        form.AddLine(operation.Operation.Route);
        foreach (var parameter in rules.Path)
        {
            form.AddLine(operation.Values.Path(parameter.Name));
        }

        form.AddLine(Canonical(operation.Values));
        if (upload is not null)
        {
            form.AddLine(OperationRules.Multipart);
            form.Add(ContentHash(upload));
        }
        else if (!operation.Body.IsEmpty)
        {
            form.AddLine(Call.Json);
            form.AddJson(operation.Body.Span);
        }

        return HMACSHA256.HashData(fingerprintKey, form.Written)[..HashBytes];
    }

    // Covers the hash of the file, taken while it was read, and its name. The boundary differs for each request and does not count.
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
