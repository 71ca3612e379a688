using System.Buffers.Binary;
using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Cryptocardium.Accounts.Passwords;

// Makes and verifies password hashes, in the format of ASP.NET Identity, which carries its own salt and number of rounds.
internal sealed class PasswordHashing(IOptions<PasswordHasherOptions> options, IdSource ids)
{
    // PBKDF2 with HMAC-SHA-512; OWASP asks for 210 000 with this hash.
    public const int Rounds = 600_000;

    private const byte IdentityVersion3 = 1;
    private const int HmacSha512 = 2;
    private const int SaltBytes = 16;
    private const int KeyBytes = 32;
    private const int HeaderBytes = 13;

    private readonly PasswordHasher<object> hasher = new(options);
    private readonly string unmatchable = UnmatchableHash(options.Value.IterationCount, ids);

    public string Hash(Secret<string> password) => hasher.HashPassword(this, password.Reveal());

    // Takes equally long whether or not there is a hash to compare with.
    public bool Verify(string? hash, Secret<string> password)
    {
        var result = hasher.VerifyHashedPassword(this, hash ?? unmatchable, password.Reveal());
        return hash is not null && result != PasswordVerificationResult.Failed;
    }

    // A hash that no password has: written down instead of computed, for computing it would delay the start.
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
