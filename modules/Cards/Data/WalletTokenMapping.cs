using Cryptocardium.Cards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cryptocardium.Cards.Data;

internal sealed class WalletTokenMapping : IEntityTypeConfiguration<WalletToken>
{
    public void Configure(EntityTypeBuilder<WalletToken> builder)
    {
        builder.ToTable("cards_wallet_token").HasKey(token => token.Id);
        builder.HasIndex(token => new { token.CardId, token.Id });
        builder.HasOne<Card>().WithMany().HasForeignKey(token => token.CardId).OnDelete(DeleteBehavior.Restrict);
    }
}
