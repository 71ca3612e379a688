using System.Buffers.Binary;
using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Cryptocardium.Accounts.Passwords;

// Computes and verifies hashes of normalized passwords in the format of ASP.NET Core Identity, which contains salt and iteration count.
internal sealed class PasswordHashing(IOptions<PasswordHasherOptions> options, IdSource ids)
{
    // PBKDF2 with HMAC-SHA-512. OWASP requires 210 000 iterations for it.
    public const int Rounds = 600_000;

    private const byte IdentityVersion3 = 1;
    private const int HmacSha512 = 2;
    private const int SaltBytes = 16;
    private const int KeyBytes = 32;
    private const int HeaderBytes = 13;

    private readonly PasswordHasher<object> hasher = new(options);
    private readonly string unmatchable = UnmatchableHash(options.Value.IterationCount, ids);

    public string Hash(Secret<string> password) => hasher.HashPassword(this, Nfkc.Of(password.Reveal()));

    // Takes the same time without a hash, so that the time does not reveal whether the e-mail has an account.
    public bool Verify(string? hash, Secret<string> password)
    {
        var result = hasher.VerifyHashedPassword(this, hash ?? unmatchable, Nfkc.Of(password.Reveal()));
        return hash is not null && result != PasswordVerificationResult.Failed;
    }

    // A hash that no password matches. It is made of random bytes, since computing one would delay the start.
    private static string UnmatchableHash(int rounds, IdSource ids)
    {
        var hash = new byte[HeaderBytes + SaltBytes + KeyBytes];
        hash[0] = IdentityVersion3;
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(1), HmacSha512);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(5), rounds);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(9), SaltBytes);
        ids.Fill(hash.AsSpan(HeaderBytes));
        return Convert.ToBase64String(hash);
    }
}
