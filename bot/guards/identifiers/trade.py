"""Abbreviations of the caring trades and of daily life, which stand for nobody."""

from __future__ import annotations

_WORDS = """
    aa ab aba abc abcde abg ac ace act ad add adhd adl ae af afc ai aka aki al aln am ama amhp amt an
    anm anp ap apa apo app aprn ar art arv as asd asha asl asw at atv au aud ba bac bacp bame bbc bc bd
    bdo be bf bid bip bls bm bmi bmw bo bp bpd bpm bps bs bsl bsn btw by ca cab cad cat cb cbc cbd cbt
    cc ccg cd cdiff ce ceo ceu cfo cfs cft chc chf cho chw cia cic cid cin cm cmo cn cna cns co coo cop
    copd cota cp cpa cpd cpn cpr cps cpt cqc crc crna crt cs csw ct cto cv cva cw cxr cyp da dash dbs
    dbt dc dci dcs dd dei dhs di dit diy dj dm dmo dms dna dnacpr dnp dnr dns do doa dob doc doh doj dr
    ds dsm dt dui dv dvd dvt dx ea eap ear ebp ecg ect ed edd eeg eft ehr eip ekg emd emdr emr ems emt
    en ent eod eol eolc ep epr er erp es esa esl est et eta etc eu eupd fa faq fb fba fbc fbi fc ffs flo
    fm fmla foi ft fte fu fx fy fyi ga gad gb gbv gcs ged gf gi gm gmc gmt go got gp gpa gps gpst gt ha
    hai haz hb hbo hc hca hcpc hcsw hd hdc hdu he hee hi hiv hmo hmp ho hod hpc hq hr hrt hs hse htc htt
    hv hx ibs ic icb icd ice icrc icu id idk idt idva iep if ifs ig im imca imha imo in inc iom iop ip
    ipc ipt iq ir irc irl iro irs is iso isva it itu iud iv ivf jd jp kfc kg ks kt kta la lac lado lan
    lcsw ld le lft lgbt lgbtq lmft lmhc lo lol los lp lpc lpn lre lsw ltc lvn ma mam maoi mappa mar
    marac mash mat mba mbt mc mca md mdd mdt me mews mft mg mh mha mhpss mi mia mid ml mm mmr mmse mo
    mot mp mph mri mrsa ms mse msf msw mva my na nb nba nc nca nct nd nda ndis ned news nfa nfi ng ngo
    nhs nice nicu nj nmc no nok np npc nps nqn nrs nsaid nsw nt nvc ny nyc nz oa oasys ob obe obs ocd od
    odd of og oh oic ok old om omg omu on op opd or ot ota otc otr ox pa pat pb pbs pc pca pcp pcso pct
    pd pe peg pep pet pews pfa pg pgy phc phd phq pi pin pip pj plc plwha pm pmhnp pmld pmo pms po poa
    poc ppe ppi ppo pr prn ps psa pss psw pt pta pto pts ptsd pv pwd qa qi qr qt que ra rad rbt rc rcn
    rd re respect rgn rmn rmo rn rng ro rom rotl rr rsi rspca rt rta rto rv rx sa sad salt sar sarc sat
    sb sbar sc scr se sen sfbt sg sgm sgt sh sho si sib sids sla sld slp slt smi sms sn snri so soad sob
    sop sos sotp sp spd sped spo spr srh ssn ssri st std sti str su sud sui suv sw swe sx ta tac taf tb
    tbh tbi tc tca td tens tf tft tgif tia tic tlc tm tmi tmj tn to tot tpn tpr trust tta ttas tto tv tx
    ua uap ue uk ukcp un unhcr unicef uno up upw us usa usb uti uv va vad vc vct vf vip vp vpn vpu vr vs
    vt wa wash wc we wfh wfp who wi wip wp wrap wtf xl ya yjs ymca yo yoi yot yt ytd
"""
TRADE = frozenset(_WORDS.split())
"""In small letters."""
