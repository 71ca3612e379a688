using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cryptocardium.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts_account",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: false),
                    production = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_audit",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    actor_type = table.Column<string>(type: "TEXT", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: true),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: true),
                    changes = table.Column<string>(type: "TEXT", nullable: true),
                    request_id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_request",
                columns: table => new
                {
                    no = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: true),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    actor_type = table.Column<string>(type: "TEXT", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    operation = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<long>(type: "INTEGER", nullable: false),
                    error_code = table.Column<string>(type: "TEXT", nullable: true),
                    latency_ms = table.Column<long>(type: "INTEGER", nullable: false),
                    replayed = table.Column<bool>(type: "INTEGER", nullable: false),
                    key_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    caused = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_request", x => x.no);
                });

            migrationBuilder.CreateTable(
                name: "accounts_session",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cards_card",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    bin = table.Column<string>(type: "TEXT", nullable: false),
                    last4 = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: true),
                    metadata = table.Column<string>(type: "TEXT", nullable: false),
                    wallets = table.Column<string>(type: "TEXT", nullable: false),
                    replacement_for = table.Column<string>(type: "TEXT", nullable: true),
                    replaced_by = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    decline_as = table.Column<string>(type: "TEXT", nullable: true),
                    cancel_reason = table.Column<string>(type: "TEXT", nullable: true),
                    activated_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_card", x => x.id);
                    table.CheckConstraint("ck_cards_card_cancelled", "(status = 'cancelled') = (cancel_reason IS NOT NULL)");
                    table.CheckConstraint("ck_cards_card_frozen", "(status = 'frozen') = (decline_as IS NOT NULL)");
                    table.CheckConstraint("ck_cards_card_replaced", "replaced_by IS NULL OR status = 'cancelled'");
                    table.CheckConstraint("ck_cards_card_status", "status IN ('active', 'frozen', 'cancelled')");
                });

            migrationBuilder.CreateTable(
                name: "cards_dispute",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    transaction_id = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    network_reason_code = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    phase = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    provisional = table.Column<long>(type: "INTEGER", nullable: false),
                    credited = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_answered = table.Column<bool>(type: "INTEGER", nullable: false),
                    responded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    evidence_count = table.Column<int>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_dispute", x => x.id);
                    table.CheckConstraint("ck_cards_dispute_amount", "amount > 0 AND provisional BETWEEN 0 AND amount");
                    table.CheckConstraint("ck_cards_dispute_end", "(due_at IS NULL) = (outcome IS NOT NULL)");
                    table.CheckConstraint("ck_cards_dispute_locked", "due_at IS NOT NULL OR provisional = 0");
                    table.CheckConstraint("ck_cards_dispute_open", "(status IN ('opened', 'responded')) = (due_at IS NOT NULL)");
                    table.CheckConstraint("ck_cards_dispute_status", "status IN ('opened', 'responded', 'won', 'lost')");
                    table.CheckConstraint("ck_cards_dispute_won", "(status = 'won') = (credited IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "cards_fault",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    latency_ms = table.Column<int>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_fault", x => x.id);
                    table.CheckConstraint("ck_cards_fault_end", "ends_at > created_at");
                    table.CheckConstraint("ck_cards_fault_latency", "(type = 'issuer_latency') = (latency_ms IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "cards_issuer_operation",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    amount_usd = table.Column<long>(type: "INTEGER", nullable: true),
                    new_card_id = table.Column<string>(type: "TEXT", nullable: true),
                    issued_as = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    fence = table.Column<long>(type: "INTEGER", nullable: false),
                    look_after = table.Column<long>(type: "INTEGER", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_issuer_operation", x => x.id);
                    table.CheckConstraint("ck_cards_issuer_operation_amount", "(kind IN ('load', 'unload')) = (amount_usd IS NOT NULL)");
                    table.CheckConstraint("ck_cards_issuer_operation_issued_as", "(kind IN ('open', 'replace')) = (issued_as IS NOT NULL)");
                    table.CheckConstraint("ck_cards_issuer_operation_new_card", "(kind = 'replace') = (new_card_id IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "cards_sim_issue",
                columns: table => new
                {
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    key_version = table.Column<int>(type: "INTEGER", nullable: true),
                    pan_lookup = table.Column<byte[]>(type: "BLOB", nullable: true),
                    sealed_pan = table.Column<byte[]>(type: "BLOB", nullable: true),
                    card_id = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_sim_issue", x => x.reference);
                    table.CheckConstraint("ck_cards_sim_issue_number", "(card_id IS NULL) = (sealed_pan IS NOT NULL) AND (card_id IS NULL) = (pan_lookup IS NOT NULL) AND (card_id IS NULL) = (key_version IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "cards_sim_order",
                columns: table => new
                {
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    amount_usd = table.Column<long>(type: "INTEGER", nullable: true),
                    times = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_sim_order", x => x.reference);
                });

            migrationBuilder.CreateTable(
                name: "cards_transaction",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    authorization_id = table.Column<string>(type: "TEXT", nullable: true),
                    parent_id = table.Column<string>(type: "TEXT", nullable: true),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    hold_change = table.Column<long>(type: "INTEGER", nullable: false),
                    merchant_name = table.Column<string>(type: "TEXT", nullable: false),
                    mcc = table.Column<string>(type: "TEXT", nullable: false),
                    merchant_country = table.Column<string>(type: "TEXT", nullable: true),
                    merchant_network_id = table.Column<string>(type: "TEXT", nullable: true),
                    merchant_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    merchant_currency = table.Column<string>(type: "TEXT", nullable: true),
                    fx_rate = table.Column<long>(type: "INTEGER", nullable: true),
                    fx_markup = table.Column<long>(type: "INTEGER", nullable: true),
                    cvv = table.Column<string>(type: "TEXT", nullable: true),
                    avs = table.Column<string>(type: "TEXT", nullable: true),
                    three_ds = table.Column<string>(type: "TEXT", nullable: true),
                    eci = table.Column<string>(type: "TEXT", nullable: true),
                    auth_response_code = table.Column<string>(type: "TEXT", nullable: false),
                    decline_reason = table.Column<string>(type: "TEXT", nullable: true),
                    network_reference = table.Column<string>(type: "TEXT", nullable: true),
                    is_partial = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_final = table.Column<bool>(type: "INTEGER", nullable: false),
                    overcapture = table.Column<long>(type: "INTEGER", nullable: true),
                    is_tolerance_exceeded = table.Column<bool>(type: "INTEGER", nullable: false),
                    facts = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_transaction", x => new { x.account_id, x.id });
                    table.CheckConstraint("ck_cards_transaction_amount", "amount >= 0");
                    table.CheckConstraint("ck_cards_transaction_currency", "(merchant_amount IS NULL) = (merchant_currency IS NULL)");
                    table.CheckConstraint("ck_cards_transaction_declined", "(status = 'declined') = (decline_reason IS NOT NULL)");
                    table.CheckConstraint("ck_cards_transaction_reversed", "(status = 'reversed') = (type IN ('reversal', 'expiry') AND decline_reason IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "cards_vault_state",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    current_version = table.Column<int>(type: "INTEGER", nullable: false),
                    oldest_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_vault_state", x => x.id);
                    table.CheckConstraint("ck_cards_vault_state_one", "id = 1");
                    table.CheckConstraint("ck_cards_vault_state_versions", "oldest_version BETWEEN 0 AND current_version");
                });

            migrationBuilder.CreateTable(
                name: "kernel_event",
                columns: table => new
                {
                    no = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: true),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: true),
                    request_id = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<string>(type: "TEXT", nullable: false),
                    card_id = table.Column<string>(type: "TEXT", nullable: true),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    resource = table.Column<byte[]>(type: "BLOB", nullable: false),
                    details = table.Column<byte[]>(type: "BLOB", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_event", x => x.no);
                });

            migrationBuilder.CreateTable(
                name: "kernel_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    check_value = table.Column<byte[]>(type: "BLOB", nullable: false),
                    probed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_key", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_reply",
                columns: table => new
                {
                    no = table.Column<long>(type: "INTEGER", nullable: false),
                    key_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "BLOB", nullable: false),
                    status = table.Column<long>(type: "INTEGER", nullable: false),
                    sealed_body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: true),
                    event_offset = table.Column<long>(type: "INTEGER", nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_reply", x => x.no);
                });

            migrationBuilder.CreateTable(
                name: "ledger_account",
                columns: table => new
                {
                    no = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    is_debit = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_visible = table.Column<bool>(type: "INTEGER", nullable: false),
                    floor = table.Column<long>(type: "INTEGER", nullable: true),
                    balance = table.Column<long>(type: "INTEGER", nullable: false),
                    account_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    moved_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_account", x => x.no);
                    table.CheckConstraint("ck_ledger_account_book", "mode IN ('live', 'sandbox') AND (no & 1) = CASE mode WHEN 'live' THEN 1 ELSE 0 END");
                    table.CheckConstraint("ck_ledger_account_ceiling", "balance <= 4000000000000000000 AND balance >= -4000000000000000000");
                    table.CheckConstraint("ck_ledger_account_cents", "NOT is_visible OR balance % 10000 = 0");
                    table.CheckConstraint("ck_ledger_account_flags", "is_debit = (NOT (NOT is_debit)) AND is_visible = (NOT (NOT is_visible))");
                    table.CheckConstraint("ck_ledger_account_floor", "floor IS NULL OR balance >= floor");
                });

            migrationBuilder.CreateTable(
                name: "ledger_entry",
                columns: table => new
                {
                    no = table.Column<long>(type: "INTEGER", nullable: false),
                    account_no = table.Column<long>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    balance_after = table.Column<long>(type: "INTEGER", nullable: false),
                    account_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    owner_key = table.Column<long>(type: "INTEGER", nullable: true),
                    posted_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entry", x => x.no);
                    table.CheckConstraint("ck_ledger_entry_book", "((no / 64) & 1) = (account_no & 1)");
                });

            migrationBuilder.CreateTable(
                name: "ledger_hold",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    held_code = table.Column<string>(type: "TEXT", nullable: false),
                    open = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_hold", x => x.id);
                    table.CheckConstraint("ck_ledger_hold_open", "open >= 0");
                });

            migrationBuilder.CreateTable(
                name: "ledger_journal",
                columns: table => new
                {
                    no = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    operation_key = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    posted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    effective_at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_journal", x => x.no);
                    table.CheckConstraint("ck_ledger_journal_book", "mode IN ('live', 'sandbox') AND (no & 1) = CASE mode WHEN 'live' THEN 1 ELSE 0 END");
                });

            migrationBuilder.CreateTable(
                name: "ledger_verified",
                columns: table => new
                {
                    lane = table.Column<int>(type: "INTEGER", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    verified_at = table.Column<long>(type: "INTEGER", nullable: false),
                    bad_no = table.Column<long>(type: "INTEGER", nullable: true),
                    fault = table.Column<string>(type: "TEXT", nullable: true),
                    found_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_verified", x => x.lane);
                });

            migrationBuilder.CreateTable(
                name: "treasury_deposit",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    topup_id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    chain = table.Column<string>(type: "TEXT", nullable: false),
                    tx_hash = table.Column<string>(type: "TEXT", nullable: false),
                    tx_index = table.Column<int>(type: "INTEGER", nullable: false),
                    sender = table.Column<string>(type: "TEXT", nullable: false),
                    asset = table.Column<string>(type: "TEXT", nullable: false),
                    received = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    look_at = table.Column<long>(type: "INTEGER", nullable: true),
                    vanished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    removals = table.Column<int>(type: "INTEGER", nullable: false),
                    refund_tx_hash = table.Column<string>(type: "TEXT", nullable: true),
                    detected_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_deposit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "treasury_payout",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    chain = table.Column<string>(type: "TEXT", nullable: false),
                    to_address = table.Column<string>(type: "TEXT", nullable: false),
                    token = table.Column<string>(type: "TEXT", nullable: false),
                    units = table.Column<string>(type: "TEXT", nullable: false),
                    decimals = table.Column<int>(type: "INTEGER", nullable: false),
                    booked = table.Column<long>(type: "INTEGER", nullable: false),
                    fee = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    nonce = table.Column<long>(type: "INTEGER", nullable: true),
                    signed_bytes = table.Column<byte[]>(type: "BLOB", nullable: true),
                    tx_hash = table.Column<string>(type: "TEXT", nullable: true),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    fence = table.Column<long>(type: "INTEGER", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    failed_transfers = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_payout", x => x.id);
                    table.CheckConstraint("ck_treasury_payout_signed", "(state IN ('held', 'cancelled')) <= (signed_bytes IS NULL) AND (state IN ('signed', 'sent', 'confirmed')) <= (signed_bytes IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "treasury_promise",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    held = table.Column<long>(type: "INTEGER", nullable: false),
                    transfers = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_promise", x => x.id);
                    table.CheckConstraint("ck_treasury_promise_floor", "held >= 0 AND transfers >= 0");
                });

            migrationBuilder.CreateTable(
                name: "treasury_sim_chain",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    height = table.Column<long>(type: "INTEGER", nullable: false),
                    reorganized_from = table.Column<long>(type: "INTEGER", nullable: false),
                    received = table.Column<long>(type: "INTEGER", nullable: false),
                    paid = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_sim_chain", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "treasury_sim_payout",
                columns: table => new
                {
                    tx_hash = table.Column<string>(type: "TEXT", nullable: false),
                    chain_id = table.Column<string>(type: "TEXT", nullable: false),
                    nonce = table.Column<long>(type: "INTEGER", nullable: false),
                    to_address = table.Column<string>(type: "TEXT", nullable: false),
                    token = table.Column<string>(type: "TEXT", nullable: false),
                    units = table.Column<string>(type: "TEXT", nullable: false),
                    decimals = table.Column<int>(type: "INTEGER", nullable: false),
                    block = table.Column<long>(type: "INTEGER", nullable: false),
                    reverted = table.Column<bool>(type: "INTEGER", nullable: false),
                    times_sent = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_sim_payout", x => x.tx_hash);
                });

            migrationBuilder.CreateTable(
                name: "treasury_sim_transfer",
                columns: table => new
                {
                    tx_hash = table.Column<string>(type: "TEXT", nullable: false),
                    tx_index = table.Column<int>(type: "INTEGER", nullable: false),
                    chain_id = table.Column<string>(type: "TEXT", nullable: false),
                    from_address = table.Column<string>(type: "TEXT", nullable: false),
                    to_address = table.Column<string>(type: "TEXT", nullable: false),
                    token = table.Column<string>(type: "TEXT", nullable: false),
                    amount_usd = table.Column<long>(type: "INTEGER", nullable: false),
                    units = table.Column<string>(type: "TEXT", nullable: false),
                    decimals = table.Column<int>(type: "INTEGER", nullable: false),
                    cannot_settle = table.Column<bool>(type: "INTEGER", nullable: false),
                    depth = table.Column<int>(type: "INTEGER", nullable: false),
                    block = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_sim_transfer", x => new { x.tx_hash, x.tx_index });
                });

            migrationBuilder.CreateTable(
                name: "treasury_topup",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    amount_usd = table.Column<long>(type: "INTEGER", nullable: false),
                    asset = table.Column<string>(type: "TEXT", nullable: false),
                    chain = table.Column<string>(type: "TEXT", nullable: false),
                    deposit_address = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    confirmations = table.Column<int>(type: "INTEGER", nullable: false),
                    required_confirmations = table.Column<int>(type: "INTEGER", nullable: false),
                    credited_usd = table.Column<long>(type: "INTEGER", nullable: false),
                    credited_late = table.Column<bool>(type: "INTEGER", nullable: false),
                    awaits_finality = table.Column<bool>(type: "INTEGER", nullable: false),
                    observations = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_topup", x => x.id);
                    table.CheckConstraint("ck_treasury_topup_book", "(amount_usd < 200000000) = (mode = 'sandbox')");
                });

            migrationBuilder.CreateTable(
                name: "treasury_wallet",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    next_nonce = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_wallet", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "treasury_withdrawal",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    amount_usd = table.Column<long>(type: "INTEGER", nullable: false),
                    network_fee_usd = table.Column<long>(type: "INTEGER", nullable: false),
                    asset = table.Column<string>(type: "TEXT", nullable: false),
                    chain = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    tx_hash = table.Column<string>(type: "TEXT", nullable: true),
                    failure_reason = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_withdrawal", x => x.id);
                    table.CheckConstraint("ck_treasury_withdrawal_fee", "network_fee_usd >= 0 AND network_fee_usd < amount_usd");
                });

            migrationBuilder.CreateTable(
                name: "webhooks_notice",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: true),
                    doc_url = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_account = table.Column<string>(type: "TEXT", nullable: false),
                    completed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhooks_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cards_control",
                columns: table => new
                {
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    per_transaction = table.Column<long>(type: "INTEGER", nullable: true),
                    daily = table.Column<long>(type: "INTEGER", nullable: true),
                    weekly = table.Column<long>(type: "INTEGER", nullable: true),
                    monthly = table.Column<long>(type: "INTEGER", nullable: true),
                    yearly = table.Column<long>(type: "INTEGER", nullable: true),
                    lifetime = table.Column<long>(type: "INTEGER", nullable: true),
                    daily_count = table.Column<int>(type: "INTEGER", nullable: true),
                    weekly_count = table.Column<int>(type: "INTEGER", nullable: true),
                    monthly_count = table.Column<int>(type: "INTEGER", nullable: true),
                    yearly_count = table.Column<int>(type: "INTEGER", nullable: true),
                    lifetime_count = table.Column<int>(type: "INTEGER", nullable: true),
                    mcc_allow = table.Column<string>(type: "TEXT", nullable: false),
                    mcc_deny = table.Column<string>(type: "TEXT", nullable: false),
                    geo_allow = table.Column<string>(type: "TEXT", nullable: false),
                    geo_deny = table.Column<string>(type: "TEXT", nullable: false),
                    cancel_after_purchases = table.Column<int>(type: "INTEGER", nullable: true),
                    cancel_at = table.Column<long>(type: "INTEGER", nullable: true),
                    cancel_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    counted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    day_spent = table.Column<long>(type: "INTEGER", nullable: false),
                    week_spent = table.Column<long>(type: "INTEGER", nullable: false),
                    month_spent = table.Column<long>(type: "INTEGER", nullable: false),
                    year_spent = table.Column<long>(type: "INTEGER", nullable: false),
                    lifetime_spent = table.Column<long>(type: "INTEGER", nullable: false),
                    day_uses = table.Column<int>(type: "INTEGER", nullable: false),
                    week_uses = table.Column<int>(type: "INTEGER", nullable: false),
                    month_uses = table.Column<int>(type: "INTEGER", nullable: false),
                    year_uses = table.Column<int>(type: "INTEGER", nullable: false),
                    lifetime_uses = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_control", x => x.card_id);
                    table.CheckConstraint("ck_cards_control_spent", "day_spent >= 0 AND week_spent >= 0 AND month_spent >= 0 AND year_spent >= 0 AND lifetime_spent >= 0");
                    table.CheckConstraint("ck_cards_control_uses", "day_uses >= 0 AND week_uses >= 0 AND month_uses >= 0 AND year_uses >= 0 AND lifetime_uses >= 0");
                    table.ForeignKey(
                        name: "FK_cards_control_cards_card_card_id",
                        column: x => x.card_id,
                        principalTable: "cards_card",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cards_shipment",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    line1 = table.Column<string>(type: "TEXT", nullable: false),
                    line2 = table.Column<string>(type: "TEXT", nullable: true),
                    city = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: true),
                    postal_code = table.Column<string>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    earliest_delivery_at = table.Column<long>(type: "INTEGER", nullable: false),
                    latest_delivery_at = table.Column<long>(type: "INTEGER", nullable: false),
                    next_step_at = table.Column<long>(type: "INTEGER", nullable: true),
                    arrives_at = table.Column<long>(type: "INTEGER", nullable: false),
                    tracking_number = table.Column<string>(type: "TEXT", nullable: true),
                    shipped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    delivered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_shipment", x => x.id);
                    table.ForeignKey(
                        name: "FK_cards_shipment_cards_card_card_id",
                        column: x => x.card_id,
                        principalTable: "cards_card",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cards_vault",
                columns: table => new
                {
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    key_version = table.Column<int>(type: "INTEGER", nullable: false),
                    pan_lookup = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sealed_pan = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_vault", x => x.card_id);
                    table.ForeignKey(
                        name: "FK_cards_vault_cards_card_card_id",
                        column: x => x.card_id,
                        principalTable: "cards_card",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cards_wallet_token",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    wallet = table.Column<string>(type: "TEXT", nullable: false),
                    device_name = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_removed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_wallet_token", x => x.id);
                    table.ForeignKey(
                        name: "FK_cards_wallet_token_cards_card_card_id",
                        column: x => x.card_id,
                        principalTable: "cards_card",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cards_evidence",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    dispute_id = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stored_name = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_evidence", x => x.id);
                    table.CheckConstraint("ck_cards_evidence_size", "size_bytes > 0");
                    table.ForeignKey(
                        name: "FK_cards_evidence_cards_dispute_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "cards_dispute",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "cards_vault_state",
                columns: new[] { "id", "current_version", "oldest_version" },
                values: new object[] { 1, 0, 0 });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_account_email",
                table: "accounts_account",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_audit_account_id_id",
                table: "accounts_audit",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_audit_account_id_request_id_id",
                table: "accounts_audit",
                columns: new[] { "account_id", "request_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_request_account_id_id",
                table: "accounts_request",
                columns: new[] { "account_id", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_session_last_used_at",
                table: "accounts_session",
                column: "last_used_at");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_session_token_hash",
                table: "accounts_session",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cards_card_account_id_bin_id",
                table: "cards_card",
                columns: new[] { "account_id", "bin", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_card_account_id_id",
                table: "cards_card",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_card_account_id_label_id",
                table: "cards_card",
                columns: new[] { "account_id", "label", "id" },
                filter: "label IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_card_account_id_last4_id",
                table: "cards_card",
                columns: new[] { "account_id", "last4", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_card_replaced_by",
                table: "cards_card",
                column: "replaced_by",
                unique: true,
                filter: "replaced_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_control_cancel_due_at",
                table: "cards_control",
                column: "cancel_due_at",
                filter: "cancel_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_dispute_account_id_amount_id",
                table: "cards_dispute",
                columns: new[] { "account_id", "amount", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_dispute_account_id_id",
                table: "cards_dispute",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_dispute_account_id_transaction_id",
                table: "cards_dispute",
                columns: new[] { "account_id", "transaction_id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_dispute_due_at",
                table: "cards_dispute",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_dispute_transaction_id",
                table: "cards_dispute",
                column: "transaction_id",
                unique: true,
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_evidence_dispute_id_id",
                table: "cards_evidence",
                columns: new[] { "dispute_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_evidence_stored_name",
                table: "cards_evidence",
                column: "stored_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cards_fault_account_id_id",
                table: "cards_fault",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_fault_account_id_mode_type",
                table: "cards_fault",
                columns: new[] { "account_id", "mode", "type" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cards_issuer_operation_card_id_id",
                table: "cards_issuer_operation",
                columns: new[] { "card_id", "id" },
                filter: "confirmed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_issuer_operation_look_after_id",
                table: "cards_issuer_operation",
                columns: new[] { "look_after", "id" },
                filter: "confirmed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_issuer_operation_new_card_id_id",
                table: "cards_issuer_operation",
                columns: new[] { "new_card_id", "id" },
                filter: "confirmed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_shipment_card_id",
                table: "cards_shipment",
                column: "card_id");

            migrationBuilder.CreateIndex(
                name: "IX_cards_shipment_next_step_at",
                table: "cards_shipment",
                column: "next_step_at",
                filter: "next_step_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_sim_issue_pan_lookup",
                table: "cards_sim_issue",
                column: "pan_lookup",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cards_transaction_account_id_amount_id",
                table: "cards_transaction",
                columns: new[] { "account_id", "amount", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_transaction_account_id_authorization_id",
                table: "cards_transaction",
                columns: new[] { "account_id", "authorization_id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_transaction_account_id_network_reference_id",
                table: "cards_transaction",
                columns: new[] { "account_id", "network_reference", "id" },
                filter: "network_reference IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_transaction_account_id_parent_id",
                table: "cards_transaction",
                columns: new[] { "account_id", "parent_id" },
                filter: "parent_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_transaction_card_id_amount_id",
                table: "cards_transaction",
                columns: new[] { "card_id", "amount", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_transaction_card_id_id",
                table: "cards_transaction",
                columns: new[] { "card_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_vault_pan_lookup",
                table: "cards_vault",
                column: "pan_lookup",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cards_wallet_token_card_id_id",
                table: "cards_wallet_token",
                columns: new[] { "card_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_event_account_id",
                table: "kernel_event",
                column: "account_id",
                filter: "sequence = 1");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_event_account_id_id",
                table: "kernel_event",
                columns: new[] { "account_id", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_event_account_id_mode_sequence",
                table: "kernel_event",
                columns: new[] { "account_id", "mode", "sequence" },
                filter: "type = 'account.balance_changed'");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_event_account_id_sequence",
                table: "kernel_event",
                columns: new[] { "account_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_account_code",
                table: "ledger_account",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_account_owner_no",
                table: "ledger_account",
                columns: new[] { "owner", "no" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_account_no_posted_at_account_seq",
                table: "ledger_entry",
                columns: new[] { "account_no", "posted_at", "account_seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_owner_key_posted_at_account_no_account_seq",
                table: "ledger_entry",
                columns: new[] { "owner_key", "posted_at", "account_no", "account_seq" },
                filter: "owner_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_hold_expires_at",
                table: "ledger_hold",
                column: "expires_at",
                filter: "open > 0");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_hold_held_code",
                table: "ledger_hold",
                column: "held_code",
                filter: "open > 0");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_journal_operation_key",
                table: "ledger_journal",
                column: "operation_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_treasury_deposit_account_id",
                table: "treasury_deposit",
                column: "account_id",
                filter: "status = 'detected'");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_deposit_chain_tx_hash_tx_index",
                table: "treasury_deposit",
                columns: new[] { "chain", "tx_hash", "tx_index" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_treasury_deposit_mode_look_at",
                table: "treasury_deposit",
                columns: new[] { "mode", "look_at" },
                filter: "look_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_deposit_topup_id_id",
                table: "treasury_deposit",
                columns: new[] { "topup_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_treasury_deposit_vanished_at",
                table: "treasury_deposit",
                column: "vanished_at",
                filter: "vanished_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_account_id",
                table: "treasury_payout",
                column: "account_id",
                filter: "state IN ('held', 'signed', 'sent')");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_account_id_mode_chain",
                table: "treasury_payout",
                columns: new[] { "account_id", "mode", "chain" },
                filter: "state = 'sent'");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_mode",
                table: "treasury_payout",
                column: "mode",
                filter: "failures > 0");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_mode_chain_id",
                table: "treasury_payout",
                columns: new[] { "mode", "chain", "id" },
                filter: "state = 'sent'");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_mode_chain_lease_until",
                table: "treasury_payout",
                columns: new[] { "mode", "chain", "lease_until" },
                filter: "state = 'signed'");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_mode_chain_not_before",
                table: "treasury_payout",
                columns: new[] { "mode", "chain", "not_before" },
                filter: "state = 'held'");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_tx_hash",
                table: "treasury_payout",
                column: "tx_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_treasury_sim_payout_chain_id_nonce",
                table: "treasury_sim_payout",
                columns: new[] { "chain_id", "nonce" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_treasury_sim_transfer_chain_id_block",
                table: "treasury_sim_transfer",
                columns: new[] { "chain_id", "block" });

            migrationBuilder.CreateIndex(
                name: "IX_treasury_sim_transfer_due_at",
                table: "treasury_sim_transfer",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_sim_transfer_to_address",
                table: "treasury_sim_transfer",
                column: "to_address");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_topup_account_id_amount_usd_id",
                table: "treasury_topup",
                columns: new[] { "account_id", "amount_usd", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_treasury_topup_account_id_id",
                table: "treasury_topup",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_treasury_topup_deposit_address",
                table: "treasury_topup",
                column: "deposit_address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_treasury_topup_expires_at",
                table: "treasury_topup",
                column: "expires_at",
                filter: "status = 'pending' AND NOT awaits_finality");

            migrationBuilder.CreateIndex(
                name: "ix_treasury_topup_pending",
                table: "treasury_topup",
                column: "account_id",
                filter: "status = 'pending'");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_withdrawal_account_id_address_id",
                table: "treasury_withdrawal",
                columns: new[] { "account_id", "address", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_treasury_withdrawal_account_id_amount_usd_id",
                table: "treasury_withdrawal",
                columns: new[] { "account_id", "amount_usd", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_treasury_withdrawal_account_id_id",
                table: "treasury_withdrawal",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_webhooks_notice_open",
                table: "webhooks_notice",
                column: "id",
                filter: "completed_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_account");

            migrationBuilder.DropTable(
                name: "accounts_audit");

            migrationBuilder.DropTable(
                name: "accounts_request");

            migrationBuilder.DropTable(
                name: "accounts_session");

            migrationBuilder.DropTable(
                name: "cards_control");

            migrationBuilder.DropTable(
                name: "cards_evidence");

            migrationBuilder.DropTable(
                name: "cards_fault");

            migrationBuilder.DropTable(
                name: "cards_issuer_operation");

            migrationBuilder.DropTable(
                name: "cards_shipment");

            migrationBuilder.DropTable(
                name: "cards_sim_issue");

            migrationBuilder.DropTable(
                name: "cards_sim_order");

            migrationBuilder.DropTable(
                name: "cards_transaction");

            migrationBuilder.DropTable(
                name: "cards_vault");

            migrationBuilder.DropTable(
                name: "cards_vault_state");

            migrationBuilder.DropTable(
                name: "cards_wallet_token");

            migrationBuilder.DropTable(
                name: "kernel_event");

            migrationBuilder.DropTable(
                name: "kernel_key");

            migrationBuilder.DropTable(
                name: "kernel_reply");

            migrationBuilder.DropTable(
                name: "ledger_account");

            migrationBuilder.DropTable(
                name: "ledger_entry");

            migrationBuilder.DropTable(
                name: "ledger_hold");

            migrationBuilder.DropTable(
                name: "ledger_journal");

            migrationBuilder.DropTable(
                name: "ledger_verified");

            migrationBuilder.DropTable(
                name: "treasury_deposit");

            migrationBuilder.DropTable(
                name: "treasury_payout");

            migrationBuilder.DropTable(
                name: "treasury_promise");

            migrationBuilder.DropTable(
                name: "treasury_sim_chain");

            migrationBuilder.DropTable(
                name: "treasury_sim_payout");

            migrationBuilder.DropTable(
                name: "treasury_sim_transfer");

            migrationBuilder.DropTable(
                name: "treasury_topup");

            migrationBuilder.DropTable(
                name: "treasury_wallet");

            migrationBuilder.DropTable(
                name: "treasury_withdrawal");

            migrationBuilder.DropTable(
                name: "webhooks_notice");

            migrationBuilder.DropTable(
                name: "cards_dispute");

            migrationBuilder.DropTable(
                name: "cards_card");
        }
    }
}
