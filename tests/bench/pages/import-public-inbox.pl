# perl import-public-inbox.pl <inbox folder> <list address> < mailbox: what public-inbox's own scripts do with a mailbox.
use strict;
use warnings;
use PublicInbox::InboxWritable;

my ($folder, $address) = @ARGV;
my $inbox = PublicInbox::InboxWritable->new(
    { inboxdir => $folder, name => 'list', version => 2, -primary_address => $address, indexlevel => 'basic' });
$inbox->import_mbox(\*STDIN, 'mboxrd');
