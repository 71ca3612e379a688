using System.Diagnostics;
using Cryptocardium.Accounts.Passwords;
using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Cryptocardium.Tests.Accounts;

public sealed class PasswordBookTests
{
    private static readonly PasswordHashing Book = new(
        Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }), new IdSource(TimeProvider.System));

    [Fact]
    public void The_password_fits_and_another_does_not()
    {
        var hash = Book.Hash(new("long-random-string"));

        Assert.True(Book.Verify(hash, new("long-random-string")));
        Assert.False(Book.Verify(hash, new("long-random-strinG")));
        Assert.NotEqual(hash, Book.Hash(new("long-random-string")));
    }

    [Fact]
    public void Nobody_signs_in_without_an_account() => Assert.False(Book.Verify(null, new("long-random-string")));

    // The bound is wide because machines are noisy. Without a dummy hash to verify the ratio would exceed 100.
    [Fact]
    public void An_unknown_email_costs_as_much_as_a_wrong_password()
    {
        var book = new PasswordHashing(
            Options.Create(new PasswordHasherOptions { IterationCount = 100_000 }), new IdSource(TimeProvider.System));
        var hash = book.Hash(new("long-random-string"));
        book.Verify(hash, new("warm"));

        var known = Time(() => book.Verify(hash, new("wrong")));
        var unknown = Time(() => book.Verify(null, new("wrong")));

        Assert.InRange(unknown / known, 0.2, 5);
    }

    private static double Time(Action action)
    {
        var samples = Enumerable.Range(0, 5).Select(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            action();
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        });
        return samples.Min();
    }
}
