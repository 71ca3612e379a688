using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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
        if (!operation.Info.TakesIdempotencyKey || !request.Headers.TryGetValue(Header, out var sent))
        {
            return null;
        }

        if (sent.Count != 1 || sent[0] is not { Length: > 0 and <= KeyLengthMax } key || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return new Error(Errors.InvalidIdempotencyKey) { Param = Header };
        }

        // Whoever has no account yet is who the e-mail says, whose key nobody else must be able to take or see.
        var scope = operation.IsPublic ? EmailHash(body) : call.Account.Value;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{scope}\n{call.Caller.Class}\n{key}"));
        call.Idempotency = new IdempotencyClaim(hash, Fingerprint(request, operation, body));
        return null;
    }

    private byte[] Fingerprint(HttpRequest request, OperationRules operation, ReadOnlySpan<byte> body)
    {
        var text = new StringBuilder(256);
        text.Append(operation.Info.Method).Append('\n').Append(operation.Info.Route).Append('\n');
        foreach (var parameter in operation.Path)
        {
            text.Append(request.RouteValues[parameter.Name]).Append('\n');
        }

        text.Append(QueryText.Canonical(request)).Append('\n').Append(body.IsEmpty ? "" : ContentRules.Json).Append('\n');
        text.Append(Convert.ToHexStringLower(SHA256.HashData(body)));
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
