"""The verbs of events, a reading a line; how to read a line says `triggers.py`."""

TABLE = """
agree AGREE follows=on to=with needs=actor 0.7
agree AGREE follows=to to=with needs=actor 0.7
agree AGREE follows=upon to=with needs=actor 0.7
agree AGREE follows=infinitive to=with needs=actor 0.7
agree AGREE follows=clause to=with needs=actor 0.7
decide AGREE follows=infinitive to=- needs=actor 0.6
pledge AGREE to=to needs=actor 0.7
promise AGREE to=object,to needs=actor 0.7
undertake AGREE follows=infinitive to=- needs=actor 0.6
vow AGREE follows=infinitive to=- needs=actor 0.5
commit AGREE follows=to to=- needs=actor 0.5
accept AGREE objects=ACCORD,invitation,mediation,offer,proposal,request,terms to=from,of needs=actor 0.7
reach AGREE objects=ACCORD,compromise,consensus,settlement,understanding to=with needs=actor 0.7
conclude AGREE objects=ACCORD to=with needs=actor 0.7
strike AGREE objects=accord,agreement,bargain,deal to=with needs=actor 0.7
strike ASSAULT to=object,in needs=actor 0.7
sign SUPPORT objects=ACCORD to=with needs=actor 0.85
ink SUPPORT objects=ACCORD to=with needs=actor 0.8
ratify SUPPORT objects=ACCORD to=with needs=actor 0.8
join COOPERATE
    objects=alliance,bloc,coalition,convention,family,group,grouping,organisation,organization,pact,treaty,union
    to=object needs=actor 0.75
join COOPERATE to=object needs=bloc 0.75
accede COOPERATE follows=to to=to needs=actor 0.7
praise SUPPORT to=object needs=recipient 0.6
congratulate SUPPORT to=object needs=recipient 0.7
commend SUPPORT to=object needs=recipient 0.6
hail SUPPORT to=object needs=actor 0.55
applaud SUPPORT to=object needs=actor 0.55
endorse SUPPORT to=object needs=actor 0.65
back SUPPORT to=object needs=recipient 0.4
recognise SUPPORT objects=government,independence,result,sovereignty,state to=of needs=actor 0.7
recognize SUPPORT objects=government,independence,result,sovereignty,state to=of needs=actor 0.7
welcome SUPPORT
    objects=ACCORD,announcement,decision,effort,initiative,lifting,move,outcome,progress,release,resolution,step
    to=by,of needs=actor 0.65
thank SUPPORT to=object needs=recipient 0.6
apologise SUPPORT to=to needs=actor 0.7
apologize SUPPORT to=to needs=actor 0.7
forgive SUPPORT to=object needs=recipient 0.5
express SUPPORT objects=appreciation,backing,condolence,gratitude,solidarity,support,sympathy
    to=for,with,to,over needs=actor 0.6
express ACCUSE/disapprove objects=anger,condemnation,disapproval,outrage to=at,over needs=actor 0.5
voice SUPPORT objects=backing,solidarity,support to=for,with needs=actor 0.6
offer AGREE objects=RELIEF,condolence,mediation,talk to=to,object needs=actor 0.5
adopt SUPPORT objects=motion,resolution to=- needs=actor 0.75
pass SUPPORT objects=motion,resolution to=- needs=actor 0.75
approve SUPPORT objects=ACCORD,motion,resolution to=- needs=actor 0.65
vote SUPPORT follows=for to=- needs=actor 0.65
vote SUPPORT follows=in to=- needs=actor 0.65
vote REJECT follows=against to=- needs=actor 0.7
lift CONCEDE objects=MEASURE,curfew,emergency,siege,state to=on,against needs=actor 0.75
ease CONCEDE objects=MEASURE,curfew,rule to=on,against needs=actor 0.7
relax CONCEDE objects=MEASURE,curfew to=on,against needs=actor 0.7
waive CONCEDE objects=MEASURE to=on needs=actor 0.7
pardon CONCEDE to=object needs=any 0.7
cooperate COOPERATE follows=with to=with needs=recipient 0.5
extradite COOPERATE to=to needs=actor 0.7
restore SUPPORT objects=TIES to=with needs=actor 0.7
resume SUPPORT objects=TIES to=with needs=actor 0.7
normalise SUPPORT objects=TIES to=with needs=actor 0.7
normalize SUPPORT objects=TIES to=with needs=actor 0.7
establish SUPPORT objects=TIES to=with needs=actor 0.7
upgrade SUPPORT objects=TIES to=with needs=actor 0.7
swap COOPERATE objects=PEOPLE to=with needs=actor 0.7
exchange COOPERATE objects=captive,detainee,prisoner to=with needs=actor 0.7
exchange ASSAULT/firearms objects=fire,gunfire to=with needs=actor 0.7
donate AID to=to needs=actor 0.7
provide AID objects=aid,ammunition,assistance,food,grant,loan,medicine,relief,weapon to=to,for,object
    needs=actor 0.6
invite AGREE follows=infinitive to=object needs=recipient 0.7
supply COOPERATE objects=HARDWARE to=to,object needs=actor 0.6
hand COOPERATE particle=over objects=HARDWARE to=to needs=actor 0.6
deliver COOPERATE objects=HARDWARE to=to needs=actor 0.65
deliver AID objects=aid,assistance,food,medicine,relief,supply,tonne to=to needs=any 0.6
send AID objects=aid,assistance,food,medic,medicine,relief,rescuer to=to,object needs=any 0.6
send MOBILIZE/troops objects=peacekeeper,reinforcement,soldier,tank,troop,warship to=against needs=actor 0.6
withdraw SANCTION/withdraw objects=ENVOY to=from needs=any 0.7
withdraw RETREAT/withdraw objects=FORCE,contingent,personnel to=from needs=any 0.7
withdraw RETREAT/withdraw follows=from to=from needs=actor 0.6
pull RETREAT/withdraw particle=out to=of,from needs=actor 0.7
pull RETREAT/withdraw particle=back to=from needs=actor 0.7
release RETREAT/release objects=PEOPLE to=object needs=any 0.7
free RETREAT/release objects=PEOPLE to=object needs=any 0.7
disarm RETREAT/disarm to=object needs=actor 0.7
resign RETREAT/resign to=- needs=actor 0.7
step RETREAT/resign particle=down to=- needs=actor 0.7
urge REQUEST to=object needs=actor 0.65
request REQUEST to=from,of needs=actor 0.6
ask REQUEST follows=infinitive to=object needs=recipient 0.5
push REQUEST follows=for to=- needs=actor 0.5
insist REQUEST follows=on to=- needs=actor 0.5
recommend REQUEST follows=clause to=- needs=actor 0.5
demand REQUEST to=from,of needs=actor 0.65
call REQUEST follows=on to=on needs=actor 0.65
call REQUEST follows=upon to=upon needs=actor 0.65
call REQUEST follows=for to=- needs=actor 0.65
appeal REQUEST follows=for to=to needs=actor 0.7
appeal REQUEST follows=to to=to needs=actor 0.7
say REQUEST follows=must to=- needs=recipient 0.5
declare COERCE/martial-law objects=emergency,law,siege to=in needs=any 0.7
declare COERCE/curfew objects=curfew to=in needs=any 0.7
declare REQUEST follows=must to=- needs=recipient 0.5
insist REQUEST follows=must to=- needs=recipient 0.5
tell REQUEST follows=must to=object needs=recipient 0.5
reiterate REQUEST follows=must to=- needs=recipient 0.5
accuse ACCUSE/allege to=object needs=recipient 0.75
blame ACCUSE/allege to=object,on needs=recipient 0.65
condemn ACCUSE/disapprove to=object,by needs=actor 0.75
denounce ACCUSE/disapprove to=object,by needs=actor 0.75
criticise ACCUSE/disapprove to=object needs=actor 0.7
criticize ACCUSE/disapprove to=object needs=actor 0.7
slam ACCUSE/disapprove to=object needs=recipient 0.5
deplore ACCUSE/disapprove to=object,by needs=actor 0.7
decry ACCUSE/disapprove to=object,by needs=actor 0.7
censure ACCUSE/disapprove to=object needs=recipient 0.7
rebuke ACCUSE/disapprove to=object needs=recipient 0.7
sue ACCUSE/investigate to=object needs=recipient 0.7
investigate ACCUSE/investigate to=object needs=actor 0.6
probe ACCUSE/investigate to=object needs=actor 0.6
open ASSAULT/firearms objects=fire to=on,at needs=any 0.75
open ACCUSE/investigate objects=enquiry,inquiry,investigation,probe to=into,against needs=actor 0.65
launch ACCUSE/investigate objects=enquiry,inquiry,investigation,probe to=into,against needs=actor 0.65
launch ASSAULT objects=STRIKE to=on,against,at,into needs=any 0.75
launch COERCE objects=crackdown to=on,against needs=any 0.65
reject REJECT to=object,by,from,of needs=actor 0.7
refuse REJECT follows=infinitive to=- needs=actor 0.65
decline REJECT objects=invitation,offer,proposal,request to=from,by,of needs=actor 0.7
dismiss REJECT objects=DEMAND,accusation,allegation,call,charge,claim,proposal,report to=by,from,of needs=actor 0.7
deny REJECT to=- needs=actor 0.6
veto REJECT to=by needs=actor 0.7
dispute REJECT objects=account,allegation,claim,figure,finding,number,report,result,toll to=by,of needs=actor 0.7
rule REJECT particle=out to=- needs=actor 0.7
threaten THREATEN to=object,against needs=actor 0.7
warn THREATEN follows=of to=object needs=recipient 0.55
warn THREATEN follows=against to=object needs=recipient 0.5
protest PROTEST/demo to=against,object needs=actor 0.6
demonstrate PROTEST/demo follows=against to=against needs=any 0.7
rally PROTEST/demo follows=against to=against needs=any 0.7
riot PROTEST/riot to=against needs=any 0.7
block PROTEST/obstruct objects=bridge,highway,motorway,railway,road,street,traffic to=against needs=any 0.7
boycott PROTEST/boycott to=object needs=actor 0.7
impose COERCE/curfew objects=curfew to=on,in needs=any 0.7
impose COERCE/martial-law objects=emergency,law to=on,in needs=any 0.7
impose SANCTION objects=MEASURE to=on,against needs=any 0.75
announce SANCTION objects=embargo,sanction,tariff to=on,against needs=actor 0.65
slap SANCTION objects=MEASURE to=on,against needs=any 0.7
sanction SANCTION to=object needs=recipient 0.65
blacklist SANCTION to=object needs=recipient 0.7
evict SANCTION/expel objects=ENVOY to=object needs=any 0.7
order SANCTION/expel follows=leave objects=ENVOY to=object needs=any 0.7
order REQUEST follows=infinitive to=object needs=actor 0.65
give SANCTION/expel follows=leave objects=day,hour,week to=object,to needs=any 0.7
oust COERCE to=object needs=any 0.7
overthrow COERCE to=object needs=any 0.7
topple COERCE to=object needs=any 0.7
expel SANCTION/expel to=object needs=any 0.7
recall SANCTION/withdraw objects=ENVOY to=to,from needs=actor 0.8
summon ACCUSE/disapprove objects=ENVOY,charge to=object needs=actor 0.6
suspend CONCEDE objects=MEASURE to=on,against needs=actor 0.6
suspend SANCTION/discontinue objects=ACCORD,TIES,aid,assistance,flight,membership,talk,trade,visa
    to=with,to,from needs=actor 0.7
sever SANCTION/discontinue objects=TIES to=with needs=actor 0.8
cut SANCTION/discontinue objects=TIES,aid to=with,to needs=actor 0.7
break SANCTION/discontinue objects=TIES to=with needs=actor 0.7
break SANCTION/discontinue particle=off to=with needs=actor 0.7
close SANCTION objects=airspace,border,checkpoint,consulate,crossing,embassy to=with,to needs=actor 0.7
shut SANCTION objects=airspace,border,checkpoint,consulate,crossing,embassy to=with,to needs=actor 0.7
freeze SANCTION/discontinue objects=account,aid,asset,fund,relation to=of needs=actor 0.7
convict SANCTION/convict to=object needs=recipient 0.7
sentence SANCTION/convict to=object needs=recipient 0.7
deploy MOBILIZE/troops objects=FORCE to=against needs=actor 0.75
mobilise MOBILIZE/troops objects=FORCE to=against needs=actor 0.7
mobilize MOBILIZE/troops objects=FORCE to=against needs=actor 0.7
scramble MOBILIZE/weapons objects=FORCE to=against needs=actor 0.7
mass MOBILIZE/troops objects=FORCE to=against needs=actor 0.7
reinforce MOBILIZE/troops objects=FORCE,border,presence to=- needs=actor 0.7
ready MOBILIZE/weapons objects=FORCE to=against needs=actor 0.7
amass MOBILIZE/troops objects=FORCE to=against needs=actor 0.7
arrest COERCE/arrest to=object needs=any 0.75
detain COERCE/arrest to=object needs=any 0.75
jail COERCE/arrest to=object needs=any 0.7
imprison COERCE/arrest to=object needs=any 0.7
deport COERCE/deport to=object,to needs=any 0.7
confiscate COERCE/seize to=from needs=any 0.7
disperse COERCE objects=crowd,demonstration,demonstrator,protest,protester,rally to=object needs=any 0.7
use COERCE objects=baton,cannon,gas to=against,on needs=any 0.55
fire COERCE objects=gas to=at,on needs=any 0.7
fire ASSAULT objects=WEAPON to=at,on,into,towards,toward needs=any 0.75
fire ASSAULT follows=on to=on needs=any 0.65
fire ASSAULT follows=into to=into needs=any 0.6
censor COERCE/censor to=object needs=any 0.7
blockade COERCE/restrict to=object needs=any 0.7
hack COERCE/cyber to=object,into needs=any 0.5
attack ASSAULT to=object needs=any 0.7
bomb ASSAULT/explosives to=object,in needs=any 0.75
bombard ASSAULT/heavy-weapons to=object needs=any 0.7
shell ASSAULT/heavy-weapons to=object needs=any 0.7
kill ASSAULT to=object needs=actor 0.6
assassinate ASSAULT/targeted to=object needs=any 0.7
murder ASSAULT/targeted to=object needs=any 0.6
shoot ASSAULT/firearms particle=down to=object needs=actor 0.65
shoot ASSAULT/firearms to=object needs=any 0.6
ambush ASSAULT to=object needs=any 0.7
raid ASSAULT to=object needs=any 0.6
storm ASSAULT to=object needs=any 0.6
invade ASSAULT/heavy-weapons to=object needs=any 0.7
kidnap ASSAULT/abduct to=object needs=any 0.7
abduct ASSAULT/abduct to=object needs=any 0.7
torture ASSAULT/torture to=object needs=any 0.7
massacre ASSAULT to=object needs=any 0.7
behead ASSAULT/primitive to=object needs=any 0.7
stab ASSAULT/primitive to=object needs=any 0.7
rape ASSAULT/sexual to=object needs=any 0.7
torpedo ASSAULT/heavy-weapons objects=boat,ship,tanker,vessel to=object needs=any 0.7
blow ASSAULT/explosives particle=up to=object needs=any 0.6
detonate ASSAULT/explosives objects=belt,bomb,charge,device,explosive,vest to=- needs=any 0.7
clash ASSAULT follows=with to=with needs=actor 0.65
overrun ASSAULT to=object needs=actor 0.7
capture ASSAULT to=of needs=actor 0.6
seize ASSAULT objects=control to=of,from needs=actor 0.7
seize ASSAULT objects=airport,area,base,capital,city,part,province,region,territory,town,village to=from
    needs=actor 0.7
seize COERCE/seize objects=aircraft,asset,boat,cargo,drug,property,ship,tanker,vessel,weapon to=from needs=actor 0.7
explode ASSAULT/explosives subjects=bomb,device,explosive,grenade,ied to=- needs=any 0.7
detonate ASSAULT/explosives subjects=bomb,device,explosive,grenade,ied to=- needs=any 0.7
hit ASSAULT subjects=ARMS to=object needs=any 0.65
drop ASSAULT/aerial objects=bomb,explosive,munition to=on needs=any 0.7
"""
